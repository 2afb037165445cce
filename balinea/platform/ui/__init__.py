"""Interface parts that every face shares: tokens, components, icons, drawn covers, and how amounts and times are written."""

// The operator's script.
import "../../platform/ui/scripts/site.js";

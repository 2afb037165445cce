// The desk's script.
import "../../platform/ui/scripts/site.js";

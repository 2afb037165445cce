// The public face's script.
import "../../platform/ui/scripts/site.js";
import "./visit-total.js";
import "./tidy-address.js";
import "./today.js";

document.documentElement.classList.add("with-scripts");

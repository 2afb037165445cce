// What every face loads: htmx for the parts that move, and small manners on top of plain forms.
import htmx from "htmx.org";
import "./announce.js";
import "./countdown.js";
import "./keep-open.js";
import "./submit-once.js";

window.htmx = htmx;

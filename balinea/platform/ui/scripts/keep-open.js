// Foldable parts that are open stay open when htmx puts the same part in their place.
let open = [];

document.addEventListener("htmx:beforeSwap", (event) => {
  open = [...event.detail.target.querySelectorAll("details[id][open]")].map((part) => part.id);
});

document.addEventListener("htmx:afterSwap", () => {
  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
});

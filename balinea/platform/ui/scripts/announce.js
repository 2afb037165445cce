// After htmx swaps a part, says aloud what changed: the text of the part's [data-say].
document.addEventListener("htmx:afterSwap", (event) => {
  const region = document.getElementById("said");
  const said = event.detail.target?.ownerDocument.querySelector("[data-say]");
  if (region && said) {
    region.textContent = said.textContent.trim();
  }
});

// A part that could not be fetched: follow the address as a plain page, which says what is wrong.
for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(failure, (event) => {
    const { verb, path } = event.detail.requestConfig;
    if (verb === "get" && event.detail.requestConfig.boosted) {
      window.location.assign(path);
    }
  });
}

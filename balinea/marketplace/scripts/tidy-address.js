// A search's address says only what was asked: fields left empty, and the usual order, are left out of it.
document.addEventListener("formdata", (event) => {
  if (event.target.getAttribute("role") !== "search") {
    return;
  }
  for (const [name, value] of [...event.formData.entries()]) {
    if (!value || (name === "sort" && value === "best")) {
      event.formData.delete(name);
    }
  }
});

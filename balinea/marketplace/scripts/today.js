// Pages may come from a cache of yesterday: what depends on today's date is set here.
const today = new Date();
const iso = new Date(today.getTime() - today.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

document.querySelectorAll("input[data-from-today]").forEach((input) => {
  input.min = iso;
});

document.querySelector(`.hours [data-weekday="${(today.getDay() + 6) % 7}"]`)?.classList.add("is-today");

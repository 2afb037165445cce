// The menu of a venue: keeps the chosen services' number, length and price in view.
const output = document.getElementById("visit-total");

function written(minutes) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  const spaced = (number, unit) => `${number}\u00a0${unit}`;
  if (!hours) {
    return spaced(rest, "min");
  }
  return rest ? `${spaced(hours, "h")}\u00a0${String(rest).padStart(2, "0")}` : spaced(hours, "h");
}

function price(minor, currency) {
  const locale = document.documentElement.lang === "en" ? "en-GB" : "fr-FR";
  const format = new Intl.NumberFormat(locale, { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" });
  return format.format(minor / 10 ** format.resolvedOptions().maximumFractionDigits);
}

function sum(boxes, key) {
  return boxes.reduce((total, box) => total + Number(box.dataset[key]), 0);
}

function show() {
  const chosen = [...output.form.querySelectorAll("input[name=service]:checked")];
  const button = document.querySelector(".tray .button");
  if (!chosen.length) {
    output.textContent = output.dataset.none;
  } else {
    const strong = document.createElement("b");
    strong.textContent = price(sum(chosen, "minor"), output.dataset.currency);
    const count = `${chosen.length}\u00a0${chosen.length > 1 ? output.dataset.many : output.dataset.one}`;
    output.replaceChildren(strong, `${count} · ${written(sum(chosen, "minutes"))}`);
  }
  button.toggleAttribute("data-idle", !chosen.length);
}

if (output) {
  output.form.addEventListener("change", show);
  window.addEventListener("pageshow", show);
  show();
}

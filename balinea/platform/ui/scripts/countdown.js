// <time data-countdown datetime="..." data-skew="server seconds">: writes the minutes and seconds that are left, in place of the hour that
// the page shows without scripts. When none is left, reveals the element named by data-over and hides the one named by data-while.
const pad = (number) => String(number).padStart(2, "0");

function run(element) {
  const now = new Date(element.dataset.now).getTime();
  const skew = Number.isNaN(now) ? 0 : now - Date.now();
  const end = new Date(element.dateTime).getTime();
  const tick = () => {
    const left = Math.max(0, Math.round((end - Date.now() - skew) / 1000));
    element.textContent = `${Math.floor(left / 60)}:${pad(left % 60)}`;
    element.closest(".countdown")?.classList.toggle("is-short", left <= 120);
    if (left === 0) {
      clearInterval(timer);
      document.querySelectorAll("[data-while-held]").forEach((part) => part.setAttribute("hidden", ""));
      document.querySelectorAll("[data-when-over]").forEach((part) => part.removeAttribute("hidden"));
    }
  };
  const timer = setInterval(tick, 1000);
  tick();
}

document.querySelectorAll("time[data-countdown]").forEach(run);

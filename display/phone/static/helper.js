// Asks for the list every three seconds; a new alarm vibrates. A list with a finger on it stays.
const list = document.getElementById("alarms");
const stale = document.getElementById("stale");
const names = () => new Set([...list.querySelectorAll("[data-alarm]")].map((one) => one.dataset.alarm));
let held = false;
list.addEventListener("pointerdown", () => { held = true; });
addEventListener("pointerup", () => { setTimeout(() => { held = false; }, 400); });
addEventListener("pointercancel", () => { held = false; });

async function look() {
  try {
    const answer = await fetch(list.dataset.here + "/list", { cache: "no-store" });
    if (answer.status === 404) { location.reload(); return; }
    if (!answer.ok) throw new Error(answer.status);
    const part = await answer.text();
    stale.hidden = true;
    if (!held && part !== look.last) {
      const before = names();
      const focused = document.activeElement?.closest?.("[data-alarm]")?.dataset.alarm;
      const key = document.activeElement?.value;
      list.innerHTML = part;
      look.last = part;
      const same = [...list.querySelectorAll("[data-alarm]")].find((one) => one.dataset.alarm === focused);
      same?.querySelector(`button[value="${key}"]`)?.focus();
      if ([...names()].some((one) => !before.has(one))) navigator.vibrate?.([400, 200, 400]);
    }
  } catch {
    stale.hidden = false;
  }
  setTimeout(look, 3000);
}
setTimeout(look, 3000);

// What pages need beyond htmx: the folding menu, the busy bar, deadline suggestions and menus that close.
// Every page works without it; nothing here holds data.

const root = document.documentElement;
root.classList.remove("no-js");

// The folding menu of narrow screens.
document.addEventListener("click", (event) => {
  const toggle = event.target.closest("[data-toggle-menu]");
  if (toggle) {
    const side = toggle.closest(".side");
    const open = side.classList.toggle("is-open");
    toggle.setAttribute("aria-expanded", String(open));
  }
  // A click elsewhere closes open drop-down menus.
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details.menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
  // "/" leads to the list's search field, as in the tools people know.
  if (event.key === "/" && !event.target.closest("input, textarea, select")) {
    const search = document.querySelector("[data-search]");
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  }
});

// A suggestion fills its field; the person still decides.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-fill]");
  if (!button) return;
  const field = document.getElementById(button.dataset.fill);
  field.value = button.dataset.value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});

// The bar at the top shows while something is on its way for longer than a moment.
let waiting = 0;
const busy = (step) => {
  waiting = Math.max(0, waiting + step);
  document.body.classList.toggle("is-busy", waiting > 0);
};
document.addEventListener("htmx:before:request", () => busy(1));
document.addEventListener("htmx:finally:request", () => busy(-1));
// No answer: the page stays as it is, with what was typed; say so where it is seen and read aloud.
document.addEventListener("htmx:error", () => {
  const place = document.querySelector("[data-offline-note]");
  if (place) place.hidden = false;
});
document.addEventListener("htmx:after:request", () => {
  const place = document.querySelector("[data-offline-note]");
  if (place) place.hidden = true;
});

// After an act the page jumps to what it has to say.
const announce = (where) => {
  const note = where.querySelector?.("[data-announce]");
  if (note) {
    note.setAttribute("tabindex", "-1");
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: "nearest" });
  }
};
document.addEventListener("htmx:after:swap", () => announce(document));

// Printing and copying need a button each.
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});

// A hazard's line of a new notice opens with its tick.
document.addEventListener("change", (event) => {
  const tick = event.target.closest("[data-line-toggle]");
  if (tick) tick.closest("[data-line]").querySelector("[data-line-body]").hidden = !tick.checked;
});

// Signing by hand: strokes as shares of the field, kept as JSON in the hidden field behind it.
const strokesOf = (pad) => {
  const field = pad.parentElement.querySelector("input[name='strokes']");
  return { field, strokes: field.value ? JSON.parse(field.value) : [] };
};
const draw = (pad) => {
  const { strokes } = strokesOf(pad);
  pad.replaceChildren(
    ...strokes.map((stroke) => {
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", "M" + stroke.map(([x, y]) => `${x * 180} ${y * 60}`).join("L"));
      return path;
    }),
  );
};
const put = (pad, event, begins) => {
  const { field, strokes } = strokesOf(pad);
  const box = pad.getBoundingClientRect();
  const share = (value, size) => Math.round(Math.min(1, Math.max(0, value / size)) * 10000) / 10000;
  const point = [share(event.clientX - box.left, box.width), share(event.clientY - box.top, box.height)];
  if (begins) strokes.push([point]);
  else strokes[strokes.length - 1].push(point);
  field.value = JSON.stringify(strokes);
  draw(pad);
};
document.addEventListener("pointerdown", (event) => {
  const pad = event.target.closest("[data-strokes]");
  if (!pad) return;
  event.preventDefault();
  pad.setPointerCapture(event.pointerId);
  pad.dataset.drawing = "yes";
  put(pad, event, true);
});
document.addEventListener("pointermove", (event) => {
  const pad = event.target.closest?.("[data-strokes][data-drawing]");
  if (pad) put(pad, event, false);
});
for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, (event) => {
    const pad = event.target.closest?.("[data-strokes]");
    if (pad) delete pad.dataset.drawing;
  });
}
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-strokes-clear]");
  if (!button) return;
  const pad = button.parentElement.querySelector("[data-strokes]");
  strokesOf(pad).field.value = "";
  draw(pad);
});
const drawAll = () => document.querySelectorAll("[data-strokes]").forEach(draw);
drawAll();
document.addEventListener("htmx:after:swap", drawAll);

// How long a code is still good, in words, once a second. The page brings the seconds that were left when it was written:
// the clock of this computer may be wrong, but it runs as fast as any other.
const tell = () => {
  for (const place of document.querySelectorAll("[data-seconds]")) {
    place.dataset.end ??= Date.now() + 1000 * Number(place.dataset.seconds);
    const left = Math.round((Number(place.dataset.end) - Date.now()) / 1000);
    const time = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
    place.textContent = left > 0 ? place.dataset.left.replace("{time}", time) : place.dataset.over;
  }
};
tell();
setInterval(tell, 1000);

// The queue is walked and judged by keys; a tick turns them off, for whoever speaks to the computer or meets them by accident.
const KEYS = "review-keys";
const keysAreOn = () => localStorage.getItem(KEYS) !== "off";
const showKeys = () => {
  document.body.classList.toggle("keys-off", !keysAreOn());
  for (const tick of document.querySelectorAll("[data-keys]")) tick.checked = keysAreOn();
};
document.addEventListener("change", (event) => {
  const tick = event.target.closest("[data-keys]");
  if (!tick) return;
  localStorage.setItem(KEYS, tick.checked ? "on" : "off");
  showKeys();
});
showKeys();
document.addEventListener("htmx:after:swap", showKeys);
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !keysAreOn()) return;
  if (event.target.closest("input:not([type='checkbox']), textarea, select, .pswp")) return;
  const key = event.key.toLowerCase();
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (target) {
    event.preventDefault();
    // Whoever sends something back says why: the key leads to the first field for it while all of them are empty.
    const fields = (target.dataset.needs ?? "").split(" ").filter(Boolean).map((id) => document.getElementById(id));
    const remarks = fields.length ? [...document.querySelectorAll("[name^='remark:']")] : [];
    if (fields.length && ![...fields, ...remarks].some((field) => field.value.trim())) fields[0].focus();
    else target.click();
    return;
  }
  const rows = [...document.querySelectorAll("[data-rows] [data-row]")];
  if (rows.length && (key === "j" || key === "k")) {
    event.preventDefault();
    const at = rows.indexOf(document.activeElement) + (key === "j" ? 1 : -1);
    rows[Math.min(rows.length - 1, Math.max(0, at))].focus();
  }
});

// Two photos over each other: the slider moves the edge between them.
const compareAll = () => {
  for (const place of document.querySelectorAll("[data-compare]:not(.is-live)")) {
    const slider = place.querySelector("input[type='range']");
    if (place.querySelectorAll("img").length < 2) continue;
    const cut = () => {
      const stage = place.querySelector(".compare-stage");
      stage.style.setProperty("--cut", `${slider.value}%`);
      stage.style.setProperty("--line-at", `calc(0.5rem + (100% - 1rem) * ${slider.value / 100})`);
    };
    slider.hidden = false;
    slider.addEventListener("input", cut);
    place.classList.add("is-live");
    cut();
  }
};
compareAll();
document.addEventListener("htmx:after:swap", compareAll);

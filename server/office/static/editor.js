// The editor of checklists: lines dragged into place, fields that fit the kind of line, checks while typing.
// Every page works without it: the same forms have buttons for all of this.
import Sortable from "./vendor/sortable.esm.js";

// Lines are dragged by their grip; a group goes with all that it holds. The server moves them and shows the outline anew.
const drop = (event) => {
  const form = document.getElementById("outline");
  const next = event.item.nextElementSibling;
  form.elements.row.value = event.item.dataset.row;
  form.elements.parent.value = event.to.dataset.parent;
  form.elements.before.value = next ? next.dataset.row : "";
  form.requestSubmit(form.querySelector("[data-drop]"));
};
const makeDraggable = () => {
  for (const list of document.querySelectorAll("ol.outline:not(.is-live)")) {
    list.classList.add("is-live");
    if (!list.closest("form")?.querySelector("[data-grip]")) continue;
    Sortable.create(list, {
      group: "lines",
      handle: "[data-grip]",
      draggable: ".outline-item",
      fallbackOnBody: true,
      forceFallback: true,
      swapThreshold: 0.6,
      emptyInsertThreshold: 12,
      // The library copies the line; a copied style attribute is what our content policy refuses.
      onChoose: (event) => event.item.removeAttribute("style"),
      onEnd: (event) => {
        if (event.from !== event.to || event.oldIndex !== event.newIndex) drop(event);
      },
    });
  }
};

// After a move the focus stays with the line that was moved.
let touched = "";
document.addEventListener("submit", (event) => {
  if (event.target.id !== "outline") return;
  touched = (event.submitter?.value ?? "").split(":")[1] || event.target.elements.row.value;
});

// Fields that a kind of line has no use for are put away while they are empty; without this script all of them show.
const fits = (kinds, kind) =>
  kinds.startsWith("-") ? !kinds.replaceAll("-", "").split(" ").includes(kind) : kinds.split(" ").includes(kind);
const isFilled = (part) =>
  [...part.querySelectorAll("input, textarea, select")].some((field) =>
    field.type === "checkbox" ? field.checked : field.type !== "hidden" && field.value.trim() !== "",
  );
const fitKind = () => {
  const kind = document.querySelector("[data-kind]");
  if (!kind) return;
  for (const part of document.querySelectorAll("[data-kinds]")) {
    part.hidden = !fits(part.dataset.kinds, kind.value) && !isFilled(part);
  }
};

// A line is checked a moment after the last letter; what is wrong stands beside its field as well.
let waiting = 0;
const check = () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => document.querySelector("[data-check]")?.dispatchEvent(new Event("check", { bubbles: true })), 450);
};
const showWrong = () => {
  const live = document.querySelector("[data-line-form] #live");
  if (!live) return;
  for (const place of document.querySelectorAll("[data-wrong]")) {
    const said = [...live.querySelectorAll("[data-field]")].filter((note) => note.dataset.field === place.dataset.wrong);
    place.replaceChildren(...said.map((note) => Object.assign(document.createElement("span"), { textContent: note.textContent.trim() })));
    const field = place.parentElement.querySelector("input, textarea, select");
    field?.classList.toggle("is-wrong", said.length > 0);
    if (said.length) field?.setAttribute("aria-invalid", "true");
    else field?.removeAttribute("aria-invalid");
  }
};
document.addEventListener("input", (event) => {
  if (event.target.closest("[data-line-form]")) check();
});
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-kind]")) fitKind();
});

// A name goes in where the last expression was typed.
let lastExpression = null;
document.addEventListener("focusin", (event) => {
  if (event.target.matches("[data-expression]")) lastExpression = event.target;
});
document.addEventListener("click", (event) => {
  const chip = event.target.closest("[data-insert]");
  if (!chip) return;
  const field = lastExpression ?? document.querySelector("[data-expression][name='relevant']");
  field.setRangeText(chip.dataset.insert, field.selectionStart, field.selectionEnd, "end");
  field.focus();
  field.dispatchEvent(new Event("input", { bubbles: true }));
});

// A look at a test run brings the page anew; the field that was being filled in keeps the focus.
let lastField = "";
document.addEventListener("focusin", (event) => {
  if (event.target.closest("[data-trial]") && event.target.name) lastField = `${event.target.name}\n${event.target.value}\n${event.target.type}`;
});
const refocus = () => {
  if (touched) {
    const line = document.getElementById(touched);
    (line?.querySelector("summary") ?? document.querySelector("#outline button[value='undo:']"))?.focus({ preventScroll: true });
    line?.scrollIntoView({ block: "nearest" });
    touched = "";
  }
  const [name, value, type] = lastField.split("\n");
  if (name && document.activeElement === document.body) {
    const same = [...document.querySelectorAll(`[data-trial] [name="${CSS.escape(name)}"]`)];
    const field = type === "radio" || type === "checkbox" ? same.find((one) => one.value === value) : same[0];
    field?.focus({ preventScroll: true });
  }
};

const begin = () => {
  makeDraggable();
  fitKind();
  showWrong();
  refocus();
};
begin();
document.addEventListener("htmx:after:swap", begin);

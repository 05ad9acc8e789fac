/* Helps on the unit's pages; everything works without it. Plain ES5: it runs in the in-app browsers of old phones. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.className += " has-script";

  /* ---- what was typed survives a lost connection or a closed page, on this phone only */
  var store = null;
  try { store = window.localStorage; store.setItem("t", "1"); store.removeItem("t"); } catch (error) { store = null; }

  function each(list, work) { for (var at = 0; at < list.length; at += 1) { work(list[at]); } }

  function fieldsOf(form) {
    var found = [];
    each(form.elements, function (field) {
      var kind = (field.type || "").toLowerCase();
      if (field.name && field.name !== "once" && field.name !== "kept" && kind !== "file" && kind !== "submit" && kind !== "button") { found.push(field); }
    });
    return found;
  }

  function keep(form) {
    if (!store) { return; }
    var kept = {};
    each(fieldsOf(form), function (field) {
      if (field.type === "radio" || field.type === "checkbox") {
        if (field.checked) { kept[field.name] = field.value; }
      } else { kept[field.name] = field.value; }
    });
    try { store.setItem("draft:" + form.getAttribute("data-draft"), JSON.stringify(kept)); } catch (error) { store = null; }
  }

  function bringBack(form) {
    var text = store && store.getItem("draft:" + form.getAttribute("data-draft"));
    if (!text) { return; }
    var kept;
    try { kept = JSON.parse(text); } catch (error) { return; }
    each(fieldsOf(form), function (field) {
      if (!Object.prototype.hasOwnProperty.call(kept, field.name)) { return; }
      if (field.type === "radio") { field.checked = field.value === kept[field.name]; }
      else if (field.type === "checkbox") { field.checked = field.checked || field.value === kept[field.name]; }
      else if (!field.value) { field.value = kept[field.name]; }
    });
  }

  function forget() {
    var sent = store && store.getItem("sent");
    if (sent) { store.removeItem("draft:" + sent); store.removeItem("sent"); }
  }

  /* ---- signing by hand: strokes as shares of the pad */
  function pad(canvas) {
    var field = canvas.parentNode.parentNode.querySelector("input[name=strokes]");
    var pen = canvas.getContext && canvas.getContext("2d");
    var strokes = [];
    var isDown = false;
    if (!pen) { return; }
    try { strokes = field.value ? JSON.parse(field.value) : []; } catch (error) { strokes = []; }

    function draw() {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      pen.lineWidth = 8;
      pen.lineCap = "round";
      pen.lineJoin = "round";
      pen.strokeStyle = "#17232f";
      each(strokes, function (stroke) {
        pen.beginPath();
        each(stroke, function (point) {
          pen.lineTo(point[0] * canvas.width, point[1] * canvas.height);
        });
        if (stroke.length === 1) { pen.lineTo(stroke[0][0] * canvas.width + 1, stroke[0][1] * canvas.height); }
        pen.stroke();
      });
    }
    function share(value) { return Math.round(Math.min(1, Math.max(0, value)) * 10000) / 10000; }
    function pointOf(event) {
      var box = canvas.getBoundingClientRect();
      var one = event.touches && event.touches.length ? event.touches[0] : event;
      return [share((one.clientX - box.left) / box.width), share((one.clientY - box.top) / box.height)];
    }
    function begin(event) { isDown = true; strokes.push([pointOf(event)]); draw(); if (event.cancelable !== false) { event.preventDefault(); } }
    function go(event) {
      if (!isDown) { return; }
      strokes[strokes.length - 1].push(pointOf(event));
      draw();
      if (event.cancelable !== false) { event.preventDefault(); }
    }
    function end() { if (isDown) { isDown = false; field.value = JSON.stringify(strokes); } }
    canvas.addEventListener("touchstart", begin, false);
    canvas.addEventListener("touchmove", go, false);
    canvas.addEventListener("touchend", end, false);
    canvas.addEventListener("touchcancel", end, false);
    canvas.addEventListener("mousedown", begin, false);
    document.addEventListener("mousemove", go, false);
    document.addEventListener("mouseup", end, false);
    var clear = canvas.parentNode.parentNode.querySelector("[data-pad-clear]");
    if (clear) { clear.addEventListener("click", function () { strokes = []; field.value = ""; draw(); }, false); }
    draw();
  }

  function begin() {
    if (document.querySelector("[data-sent]")) { forget(); }
    each(document.querySelectorAll("form[data-draft]"), function (form) {
      bringBack(form);
      form.addEventListener("input", function () { keep(form); }, false);
      form.addEventListener("change", function () { keep(form); }, false);
      form.addEventListener("submit", function () {
        keep(form);
        try { if (store) { store.setItem("sent", form.getAttribute("data-draft")); } } catch (error) { store = null; }
        var button = form.querySelector("[data-sending]");
        /* Not disabled: a request that fails must be sent again, and the server takes the same form once only. */
        if (button) { button.lastChild.nodeValue = button.getAttribute("data-sending"); }
      }, false);
    });
    each(document.querySelectorAll("[data-pad]"), pad);
    var wrong = document.querySelector("[role=alert]");
    if (wrong) { wrong.setAttribute("tabindex", "-1"); wrong.focus(); }
  }

  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", begin, false); } else { begin(); }
}());

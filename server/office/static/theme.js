// Before anything is painted: the look that was chosen, or the one that the computer has. Paper is always light.
(function () {
  var root = document.documentElement;
  var wanted = root.getAttribute("data-look");
  var dark = window.matchMedia("(prefers-color-scheme: dark)");
  function settle() {
    root.setAttribute("data-bs-theme", wanted === "dark" || (wanted === "auto" && dark.matches) ? "dark" : "light");
  }
  settle();
  if (dark.addEventListener) dark.addEventListener("change", settle);
  window.addEventListener("beforeprint", function () {
    root.setAttribute("data-bs-theme", "light");
  });
  window.addEventListener("afterprint", settle);
})();

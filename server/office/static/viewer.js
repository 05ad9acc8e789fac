// The photo viewer: every list of photos on a page is one gallery.
import PhotoSwipeLightbox from "./vendor/photoswipe-lightbox.esm.min.js";

const words = document.querySelector("meta[name='viewer-words']")?.dataset ?? {};

const lightbox = new PhotoSwipeLightbox({
  gallery: "[data-gallery]",
  children: "a[data-pswp-width]",
  bgOpacity: 0.94,
  pswpModule: () => import("./vendor/photoswipe.esm.min.js"),
  closeTitle: words.close,
  zoomTitle: words.zoom,
  arrowPrevTitle: words.previous,
  arrowNextTitle: words.next,
  errorMsg: words.failed,
});
function toggleMarks(button, viewer) {
  const isHidden = viewer.element.classList.toggle("no-marks");
  button.setAttribute("aria-pressed", String(!isHidden));
}
lightbox.on("uiRegister", () => {
  lightbox.pswp.ui.registerElement({
    name: "marks",
    title: words.marks,
    order: 8,
    isButton: true,
    html: "✎",
    onInit: (element, viewer) => {
      element.setAttribute("aria-pressed", "true");
      viewer.on("keydown", ({ originalEvent }) => {
        if (originalEvent.key.toLowerCase() === "m" && !element.hidden) toggleMarks(element, viewer);
      });
      viewer.on("change", () => {
        element.hidden = !viewer.currSlide.data.element?.querySelector("svg.marks");
      });
    },
    onClick: (_event, element, viewer) => toggleMarks(element, viewer),
  });
  lightbox.pswp.ui.registerElement({
    name: "caption",
    order: 9,
    isButton: false,
    appendTo: "root",
    onInit: (element, viewer) => {
      viewer.on("change", () => {
        element.textContent = viewer.currSlide.data.element?.dataset.caption ?? "";
      });
    },
  });
});
// What was drawn on a photo lies over it and grows with it.
function fitMarks(content, width, height) {
  content.marks.style.width = `${width}px`;
  content.marks.style.height = `${height}px`;
}
lightbox.on("contentAppend", ({ content }) => {
  const drawn = content.data.element?.querySelector("svg.marks");
  if (drawn && content.slide && !content.marks) {
    content.marks = drawn.cloneNode(true);
    content.slide.container.append(content.marks);
    fitMarks(content, content.displayedImageWidth, content.displayedImageHeight);
  }
});
lightbox.on("imageSizeChange", ({ content, width, height }) => {
  if (content.marks) {
    fitMarks(content, width, height);
  }
});
// A photo whose size nobody stored is measured from its thumbnail's own ratio.
lightbox.addFilter("itemData", (item) => {
  const image = item.element?.querySelector("img");
  if (image?.naturalWidth && !Number(item.w)) {
    item.w = image.naturalWidth;
    item.h = image.naturalHeight;
  }
  return item;
});
lightbox.init();
document.addEventListener("htmx:after:swap", () => {
  lightbox.destroy();
  lightbox.init();
});

"use strict";
// Takes the words that are selected in the article into the form for a new claim.
(() => {
  const text = document.getElementById("text");
  const form = document.getElementById("add-form");
  const { words, near } = form.elements;

  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return text.contains(range.commonAncestorContainer) ? range : null;
  }

  // About where the words begin: the server looks for them near this place.
  function begin(range) {
    const start = range.startContainer;
    const element = start.nodeType === Node.TEXT_NODE ? start.parentElement : start;
    const paragraph = element.closest("[data-start]");
    if (!paragraph) return "";
    const before = document.createRange();
    before.setStart(paragraph, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return String(Number(paragraph.dataset.start) + [...before.toString()].length);
  }

  document.addEventListener("selectionchange", () => {
    const range = selected();
    if (!range) return;
    words.value = range.toString().trim();
    near.value = begin(range);
  });
  // Typed words stand wherever they stand.
  words.addEventListener("input", () => { near.value = ""; });
  for (const hint of document.querySelectorAll(".selecting")) hint.hidden = false;
})();

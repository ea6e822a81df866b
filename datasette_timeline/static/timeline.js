// Dateline's pages work without this file. It adds keys, and drag-to-select over a chart.
(() => {
  "use strict";
  const typing = (target) => target.closest("input, textarea, select, [contenteditable]");

  // Keys: j k between events, / to search, arrows between periods, ? for the list of them.
  const step = (by) => {
    const events = [...document.querySelectorAll("article.event")].filter((e) => e.checkVisibility());
    if (!events.length) return;
    const at = events.findIndex((e) => e.contains(document.activeElement));
    const next = events[at < 0 ? (by > 0 ? 0 : events.length - 1) : at + by];
    const link = next && next.querySelector("h3 a");
    if (!link) return;
    link.focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const dialog = document.getElementById("keys");
    const actions = {
      j: () => step(1),
      k: () => step(-1),
      "/": () => document.getElementById("q")?.focus(),
      "?": () => dialog.open || dialog.showModal(),
    };
    const link = document.querySelector(`[data-key="${event.key}"]`);
    const action = actions[event.key] || (link && (() => link.click()));
    if (!action || (dialog.open && event.key !== "?")) return;
    event.preventDefault();
    action();
  });

  // A button beside each citation that copies it, and says that it did.
  for (const cite of navigator.clipboard ? document.querySelectorAll(".cite") : []) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(cite.textContent);
        button.textContent = "Copied";
      } catch {
        getSelection().selectAllChildren(cite);
        button.textContent = "Selected: copy with Ctrl+C";
      }
      setTimeout(() => { button.textContent = "Copy"; }, 2500);
    });
    cite.after(button);
  }

  // Drag over bars: from the first to the whole of the last, in either direction.
  for (const chart of document.querySelectorAll("svg.bars")) {
    const plot = chart.querySelector(".plot");
    const bins = [...plot.querySelectorAll("[data-from], [data-to]")];
    let first = -1, last = -1, pointer = null, startX = 0;
    const at = (x) => {
      const box = chart.getBoundingClientRect();
      const share = (x - box.left) / box.width;
      return Math.max(0, Math.min(bins.length - 1, Math.floor(share * bins.length)));
    };
    const paint = () => bins.forEach((bin, i) =>
      bin.classList.toggle("in", first >= 0 && i >= Math.min(first, last) && i <= Math.max(first, last)));
    const end = () => {
      first = last = -1;
      pointer = null;
      paint();
    };
    chart.addEventListener("pointerdown", (event) => {
      if (event.button || !event.isPrimary) return;
      pointer = event.pointerId;
      startX = event.clientX;
    });
    chart.addEventListener("pointermove", (event) => {
      if (event.pointerId !== pointer) return;
      if (first < 0) {
        if (Math.abs(event.clientX - startX) < 6) return;
        first = at(startX);
        chart.setPointerCapture(pointer);
      }
      last = at(event.clientX);
      paint();
    });
    chart.addEventListener("pointerup", (event) => {
      if (event.pointerId !== pointer || first < 0) return end();
      const from = bins[Math.min(first, last)].dataset.from;
      const to = bins[Math.max(first, last)].dataset.to;
      end();
      chart.addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
      const url = new URL(document.querySelector("form.search").action);
      const old = new URLSearchParams(location.search);
      for (const name of ["after", "before", "from", "to"]) old.delete(name);
      if (from) old.set("from", from);
      if (to) old.set("to", to);
      url.pathname = document.querySelector("header .name").pathname;
      url.search = old;
      location.assign(url);
    });
    chart.addEventListener("pointercancel", end);
    chart.addEventListener("dragstart", (event) => event.preventDefault());
    document.addEventListener("keydown", (event) => event.key === "Escape" && end());
  }
})();

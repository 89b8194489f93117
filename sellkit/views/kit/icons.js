/* ---- drawings: 24 × 24, stroke 1.75, no fill ---- */

const DRAWINGS = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  error: "M8.2 3h7.6L21 8.2v7.6L15.8 21H8.2L3 15.8V8.2zM12 8v5M12 16.2v.3",
  warning: "M12 4l9 16H3zM12 10v4.5M12 17v.3",
  hint: "M9 18h6M10 21h4M12 3a6 6 0 0 0-3.5 10.9c.6.5 1 1.2 1 2.1h5c0-.9.4-1.6 1-2.1A6 6 0 0 0 12 3z",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
  search: "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16.2 16.2L21 21",
  undo: "M8 5L4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4",
  redo: "M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h4",
  star: "M12 3.5l2.6 5.5 6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.8l6-.8z",
  cite: "M9.5 7C6.5 8 5 10.2 5 13v4h5v-5H7.6M18.5 7C15.5 8 14 10.2 14 13v4h5v-5h-2.4",
  help: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.6 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2 1-1.2 1.8M12 16.5v.3",
  globe: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM3 12h18M12 3c2.5 2.6 3.7 5.6 3.7 9s-1.2 6.4-3.7 9c-2.5-2.6-3.7-5.6-3.7-9s1.2-6.4 3.7-9z",
  clock: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  send: "M4 12l16-8-5 16-3.5-6.5zM11.5 13.5L20 4",
  history: "M4 5v4h4M4.6 9A8.5 8.5 0 1 1 3.5 13M12 8v4.5l3 2",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.8-4 3.6-6 7.5-6s6.7 2 7.5 6",
  flag: "M6 21V4M6 5h11l-2.5 4L17 13H6",
  pen: "M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z",
  eye: "M2.5 12C5 7.5 8.2 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5S5 16.5 2.5 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  down: "M5 9l7 7 7-7",
  up: "M5 15l7-7 7 7",
  board: "M4 5h6v5H4zM14 5h6v5h-6zM9 15h6v5H9zM7 10v2.5h10V10M12 12.5V15",
  profile: "M4 21V6l8-3 8 3v15M4 21h16M9 9h.3M14.7 9h.3M9 13h.3M14.7 13h.3M10 21v-4h4v4",
  report: "M6 3h9l4 4v14H6zM15 3v4h4M9 17v-3M12.5 17v-6M16 17v-4",
  figures: "M4 20h16M6 20v-6h3v6M11 20V9h3v11M16 20V5h3v15",
  notice: "M4 10v4h3l7 4V6l-7 4zM17 9.5a4 4 0 0 1 0 5",
  minutes: "M7 4h10v17H7zM9.5 3h5v3h-5zM10 11h4M10 14.5h4M10 18h2.5",
  mail: "M3 6h18v13H3zM3 7l9 7 9-7",
  "call-notes": "M6 3h3l1.5 5-2 1.5a12 12 0 0 0 6 6l1.5-2 5 1.5v3c0 1.6-1.4 2.5-3 2.3C10 19.5 4.5 14 3.7 6 3.5 4.4 4.4 3 6 3z",
  press: "M4 5h13v15H6a2 2 0 0 1-2-2zM17 9h3v9a2 2 0 0 1-2 2M7.5 9h6v3h-6zM7.5 15.5h6",
  remark: "M4 5h16v11H11l-5 4v-4H4zM8 9.5h8M8 12.5h5",
  rfi: "M6 3h12v18H6zM9 8h6M9 11.5h6M10.5 17a1.5 1.5 0 1 1 2 .2",
};

function icon(name, label) {
  return svg(
    "svg",
    { class: `sk-icon sk-icon-${name}`, viewBox: "0 0 24 24", role: label ? "img" : null, "aria-label": label,
      "aria-hidden": label ? null : "true", focusable: "false" },
    svg("path", { d: DRAWINGS[name] ?? DRAWINGS.help }),
  );
}


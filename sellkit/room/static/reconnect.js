// A page's own attempts to connect again grow rare and end after two minutes. A server that is started again after
// lunch must find its pages: ask every few seconds whether it is there, and connect as soon as it is.
const kernelOfPage = () => (typeof solara === "undefined" ? undefined : solara.debug?.kernel());
let misses = 0;

setInterval(async () => {
  const kernel = kernelOfPage();
  misses = !kernel || kernel.isDisposed || kernel.connectionStatus === "connected" ? 0 : misses + 1;
  if (misses < 2) return; // a page that is only just opening
  const there = await fetch("/healthz", { cache: "no-store" }).then((answer) => answer.ok, () => false);
  if (there && kernel.connectionStatus !== "connected") kernel.reconnect().catch(() => {});
}, 2500);

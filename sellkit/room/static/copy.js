// Copies the personal code. Browsers hide the clipboard on plain http, so there the text is selected and copied the old way.
const button = document.getElementById("copy");
const code = document.getElementById("personal");

button?.addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    document.execCommand("copy");
  }
  button.textContent = button.dataset.done;
});

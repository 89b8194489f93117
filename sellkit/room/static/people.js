// Keeps the number of people on the projector up to date.
const count = document.getElementById("people");
const word = document.getElementById("people-word");

setInterval(async () => {
  try {
    const { people } = await (await fetch("/people")).json();
    if (count.textContent === String(people)) return;
    count.textContent = people;
    word.textContent = people === 1 ? word.dataset.one : word.dataset.many;
  } catch {
    // The server is being restarted; the next round tells.
  }
}, 4000);

/** The slash key goes to the search box, wherever nothing is being written. */

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  const at = event.target as HTMLElement;
  if (at.isContentEditable || /^(input|textarea|select)$/i.test(at.tagName)) return;
  const box = document.querySelector<HTMLInputElement>('.search input[type="search"]');
  if (!box) return;
  event.preventDefault();
  box.focus();
  box.select();
});

const main = document.getElementById("main");

// Makes an element. Text is always set as text: what a person wrote is never read as markup.
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// Shows these elements instead of what the page showed, and moves the focus to its heading.
export function show(...elements) {
  main.replaceChildren(...elements);
  const heading = main.querySelector("h1");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
}

// Shows what went wrong, above what the page shows.
export function alarm(message) {
  main.querySelector("[role=alert]")?.remove();
  const alert = element("p", { textContent: message });
  alert.setAttribute("role", "alert");
  main.prepend(alert);
}

export function button(label, onclick) {
  return element("button", {
    type: "button",
    textContent: label,
    onclick: async (event) => {
      // One press is one request.
      event.currentTarget.disabled = true;
      const pressed = event.currentTarget;
      await onclick();
      pressed.disabled = false;
    },
  });
}

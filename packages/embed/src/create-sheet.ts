const css = `
:host{display:block}
:host([mode=popup]){display:inline-block}
:host([hidden]),[hidden]{display:none!important}
iframe{display:block;inline-size:100%;block-size:36rem;border:0}
.inline iframe{min-block-size:var(--tidbok-reserve,56rem)}
.inline{container-type:inline-size}
@container(min-width:960px){.inline iframe{min-block-size:var(--tidbok-reserve,36rem)}}
a,button{font:500 1rem/1.5 system-ui,sans-serif}
button{cursor:pointer;border:0;border-radius:.75rem;padding:.625rem 1.25rem;background:#0c5c4a;color:#fff}
:focus-visible{outline:2px solid;outline-offset:2px}
.float{position:fixed;inset-block-end:1rem;inset-inline-end:1rem;z-index:2147483000;outline-color:#fff}
:host([position$=start]) .float{inset-inline:1rem auto}
:host([position^=top]) .float{inset-block:1rem auto}
dialog{box-sizing:border-box;inline-size:68rem;max-inline-size:calc(100vw - 2rem);max-block-size:calc(100dvh - 2rem);padding:0 .5rem .5rem;border:0;border-radius:1.25rem;overflow:hidden auto;overscroll-behavior:contain;color-scheme:light dark;background:light-dark(#f6f5f1,#111513);color:light-dark(#17201c,#edf1ee)}
:host([theme=light]) :is(dialog,iframe){color-scheme:light}
:host([theme=dark]) :is(dialog,iframe){color-scheme:dark}
dialog::backdrop{background:#0009}
.close{display:block;margin-inline-start:auto;padding:.5rem;min-inline-size:2.75rem;min-block-size:2.75rem;background:none;color:inherit}
@media(max-width:40rem){dialog{inline-size:100vw;max-inline-size:none;block-size:100dvh;max-block-size:none;margin:0;border-radius:0;padding-inline:0}}
`;

/** The style of the element. A constructed sheet, for a site's policy may refuse `<style>`. */
export function createSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

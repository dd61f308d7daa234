import { tokensCss } from "../ui/tokens.ts";

/** The style of the button and the frame. It lives in a shadow root: the shop's page and ours do not touch. */
export const frameCss = `${tokensCss()}
:host { all: initial; position: static; }
[hidden] { display: none !important; }
.button {
  position: fixed; right: 20px; bottom: max(20px, env(safe-area-inset-bottom)); z-index: 2147483000;
  width: 56px; height: 56px; padding: 0; border: 0; border-radius: 16px;
  background: var(--brand); box-shadow: var(--shadow); cursor: pointer; transition: background var(--quick);
}
.button:hover { background: var(--brand-hover); }
.button:focus-visible { outline: 3px solid var(--brand); outline-offset: 3px; }
.button svg { display: block; width: 36px; height: 36px; margin: auto; fill: var(--on-brand); }
.badge {
  position: absolute; top: -6px; right: -6px; min-width: 22px; padding: 0 6px; box-sizing: border-box;
  border: 2px solid var(--raised); border-radius: 11px; background: var(--red); color: #fff;
  font: 600 12px/18px var(--font); text-align: center;
}
.panel {
  position: fixed; right: 20px; bottom: 92px; z-index: 2147483001;
  width: min(400px, calc(100vw - 40px)); height: min(680px, calc(100dvh - 116px));
  border: 1px solid var(--line); border-radius: 14px; background: var(--paper); box-shadow: var(--shadow); overflow: hidden;
}
iframe { display: block; width: 100%; height: 100%; border: 0; }
@media (max-width: 480px) {
  .panel { inset: 0; width: 100%; height: 100dvh; border: 0; border-radius: 0; }
  :host(.open) .button { display: none; }
}
@media (prefers-reduced-motion: reduce) { .button { transition: none; } }
`;

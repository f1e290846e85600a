/**
 * The page loads only its own style and script. The key is sent in a header of one request. It is never in an address,
 * a submitted form or the browser's storage.
 */
export const SIGN_IN_PAGE = `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>Sign in to Dateline</title>
  <link rel="stylesheet" href="/sign-in/page.css">
</head>
<body>
  <main>
    <h1>Dateline</h1>
    <form id="form">
      <label for="key">Your key</label>
      <input id="key" type="password" autocomplete="current-password" spellcheck="false" required autofocus>
      <button>Sign in</button>
      <p id="refusal" role="alert"></p>
    </form>
    <p>You stay signed in for an hour after your last use, and twelve hours at most. <code>DELETE /v1/session</code>
      signs you out earlier.</p>
  </main>
  <script src="/sign-in/page.js"></script>
</body>
</html>
`;

/** Opens the page in \`next\` where it is on this server, else the documentation. */
const SCRIPT = `const form = document.getElementById('form');
const refusal = document.getElementById('refusal');
const wanted = new URL(new URLSearchParams(location.search).get('next') ?? '/docs', location.origin);
const next = wanted.origin === location.origin ? wanted.href : '/docs';
form.addEventListener('submit', async (submitted) => {
  submitted.preventDefault();
  refusal.textContent = '';
  const bytes = new TextEncoder().encode(document.getElementById('key').value.trim());
  const authorization = 'Bearer ' + String.fromCharCode(...bytes);
  try {
    const answer = await fetch('/v1/session', { method: 'POST', headers: { authorization } });
    if (answer.ok) location.assign(next);
    else refusal.textContent = (await answer.json()).detail;
  } catch {
    refusal.textContent = 'The server cannot be reached.';
  }
});
`;

const STYLE = `body {
  font: 16px/1.5 system-ui, sans-serif; margin: 0; display: grid; place-items: center; min-height: 100vh;
  color: #1b1b1b; background: #fafaf8
}
main { width: min(24rem, 90vw) }
h1 { font: 600 2rem/1.2 Georgia, serif; margin: 0 0 1.5rem }
label { display: block; margin-bottom: .25rem }
input, button {
  font: inherit; box-sizing: border-box; width: 100%; padding: .6rem .75rem; border: 1px solid #767676;
  border-radius: 4px
}
button { margin-top: .75rem; border-color: #1b1b1b; background: #1b1b1b; color: #fff; cursor: pointer }
#refusal { min-height: 1.5em; margin: .5rem 0; color: #a40000 }
main > p { color: #555; font-size: .875rem }
`;

export const SIGN_IN_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** The files that the page loads, by name. */
export const SIGN_IN_FILES: ReadonlyMap<string, { type: string; body: string }> = new Map([
  ['page.js', { type: 'text/javascript; charset=utf-8', body: SCRIPT }],
  ['page.css', { type: 'text/css; charset=utf-8', body: STYLE }],
]);

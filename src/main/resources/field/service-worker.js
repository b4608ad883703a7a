/*
 * Lets the page open without a network. The service puts RELEASE and FILES in front of this text: a new release is another
 * text, so the browser installs it and the old files go. Answers of /api are not touched here: the page keeps its own, for
 * each account apart (js/field/answers.js).
 */

const SHELL = `anttmap-shell-${RELEASE}`
const PAGE = 'anttmap-page'
/** A slow network is waited for this long before the kept page is shown. */
const PATIENCE_MS = 8_000

/** The page is of another release than these files: until the newer worker is here, the network has the files that fit. */
let outdated = false

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const shell = await caches.open(SHELL)
      await shell.addAll(FILES.map((path) => new Request(path, { cache: 'no-cache' })))
      await keepPage(await fetch('/', { credentials: 'same-origin' }))
      await self.skipWaiting()
    })(),
  )
})

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith('anttmap-shell-') && name !== SHELL)
      await Promise.all(old.map((name) => caches.delete(name)))
      await self.clients.claim()
    })(),
  )
})

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return
  if (event.request.mode === 'navigate') {
    if (url.pathname === '/') event.respondWith(openPage(event))
  } else if (FILES.includes(url.pathname) && !outdated) event.respondWith(fromShell(event.request))
})

async function openPage(event) {
  const network = fetch(event.request)
  // Whatever comes of the race, a late answer is kept for the next time.
  event.waitUntil(network.then((answer) => keepPage(answer.clone())).catch(() => {}))
  const kept = await (await caches.open(PAGE)).match('/')
  try {
    return await (kept ? Promise.race([network, lateness()]) : network)
  } catch {
    return kept ?? noPage()
  }
}

const lateness = () => new Promise((_, reject) => setTimeout(() => reject(new Error('late')), PATIENCE_MS))

/** Only the map itself: a redirect to the sign-in page is no page to come back to. */
async function keepPage(answer) {
  if (answer.status !== 200 || answer.redirected || !(answer.headers.get('Content-Type') ?? '').includes('html')) return
  outdated = answer.headers.get('ANTT-Release') !== RELEASE
  await (await caches.open(PAGE)).put('/', answer)
}

async function fromShell(request) {
  const kept = await (await caches.open(SHELL)).match(request, { ignoreSearch: true })
  return kept ?? fetch(request)
}

function noPage() {
  const text = `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>ANTT Map</title><body style="font:16px/1.5 system-ui,sans-serif;max-width:32em;margin:4em auto;padding:0 1em">
<h1>Ngoại tuyến</h1><p>Chưa có mạng, và trên máy này không có ai đang đăng nhập. Hãy mở lại khi có mạng.</p>
<p lang="en">Offline, and nobody is signed in on this device. Open the page again with a network.</p></body></html>`
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'" }
  return new Response(text, { status: 503, headers })
}

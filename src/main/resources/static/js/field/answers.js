/**
 * Answers of the service, kept on this device for the time without a network: one cache for each account, and no cache of
 * another account beside it. Only on HTTPS and localhost, where browsers have caches.
 */

const PREFIX = 'anttmap-answers-'
const ACCOUNT_KEY = 'anttmap.account'
/** The page as the worker keeps it. */
const PAGE = 'anttmap-page'
const SESSION = '/api/session'
const KEPT = /^\/api\/(session$|incident-categories|features\/|density\/|safety\/|incidents\?|crs$)/
const MOST_ENTRIES = 80

const supported = () => 'caches' in globalThis

/** @returns {string|null} who signed in last on this device and has not signed out */
export const lastAccount = () => localStorage.getItem(ACCOUNT_KEY)

/** @param {{onUsed: (time: Date|null) => void}} options onUsed: an answer of that time stands in for the service */
export function createAnswers({ onUsed }) {
  let account = lastAccount()
  /** Somebody signed out: an answer that is still on its way must not bring anything back. */
  let over = false

  const cache = () => caches.open(PREFIX + encodeURIComponent(account))

  async function bind(name) {
    account = name
    localStorage.setItem(ACCOUNT_KEY, name)
    await forget((key) => key !== PREFIX + encodeURIComponent(name))
  }

  async function keep(path, response) {
    if (!supported() || over || !KEPT.test(path)) return
    const body = path === SESSION ? await response.json() : await response.text()
    if (over) return
    if (path === SESSION) await bind(body.username)
    if (!account) return
    // The token belongs to a session that may be over by then.
    const text = path === SESSION ? JSON.stringify({ ...body, csrf: null }) : body
    const headers = { 'Content-Type': 'application/json', Date: response.headers.get('Date') ?? new Date().toUTCString() }
    const store = await cache()
    await store.put(path, new Response(text, { headers }))
    const entries = await store.keys()
    await Promise.all(entries.slice(0, Math.max(0, entries.length - MOST_ENTRIES)).map((entry) => store.delete(entry)))
    if (over) await forgetAll()
  }

  return {
    /** Never fails: without room the page works as it would without a cache. */
    keep: (path, response) => keep(path, response).catch(() => {}),

    /** @returns {Promise<Response|null>} */
    async find(path) {
      if (!supported() || !account) return null
      const kept = await (await cache()).match(path)
      if (kept) onUsed(new Date(kept.headers.get('Date')))
      return kept ?? null
    },

    /** The newest kept answer whose path begins so, such as the areas of whatever day. @returns {Promise<object|null>} */
    async newest(prefix) {
      if (!supported() || !account) return null
      const store = await cache()
      const paths = (await store.keys()).map((request) => new URL(request.url)).map((url) => url.pathname + url.search)
      const path = paths.findLast((entry) => entry.startsWith(prefix))
      return path ? { path, body: await (await store.match(path)).json() } : null
    },

    /** At sign-out: nothing of anybody stays. */
    async wipe() {
      over = true
      account = null
      await forgetAll()
    },
  }
}

/** Also at the sign-in page after a sign-out, for what was on its way when the page was left. */
export async function forgetAll() {
  localStorage.removeItem(ACCOUNT_KEY)
  await forget(() => true)
  if (supported()) await caches.delete(PAGE)
}

async function forget(matches) {
  if (!supported()) return
  const names = (await caches.keys()).filter((key) => key.startsWith(PREFIX) && matches(key))
  await Promise.all(names.map((key) => caches.delete(key)))
}

import { getJson, sendJson, useCsrf } from './http.js'

/** Who is signed in, with rights, places and periods. */
export const loadSession = () => getJson('/api/session')

/** Before a write on a page that stays open for long: the session, and its token, may be another one by now. */
export async function renewCsrf() {
  useCsrf((await loadSession()).csrf)
}

/** @param {string} currentPassword @param {string} newPassword @param {boolean} keepTokens codes for programs stay */
export const changePassword = (currentPassword, newPassword, keepTokens) =>
  sendJson('POST', '/api/account/password', { currentPassword, newPassword, keepTokens })

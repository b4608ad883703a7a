import { getJson, sendJson } from './http.js'

/** Who is signed in, with rights, places and periods. */
export const loadSession = () => getJson('/api/session')

/** @param {string} currentPassword @param {string} newPassword */
export const changePassword = (currentPassword, newPassword) =>
  sendJson('POST', '/api/account/password', { currentPassword, newPassword })

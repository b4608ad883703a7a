import { getJson, query, sendDelete, sendJson } from './http.js'

/** @returns {Promise<{accounts: object[], roles: string[], extraRights: string[]}>} */
export const loadAccounts = () => getJson('/api/accounts')

/** Units of today by name or code, of all places. */
export const searchUnits = async (text, signal) => (await getJson(`/api/accounts/units${query({ q: text })}`, { signal })).areas

/** @returns {Promise<{account: object, password: string}>} */
export const createAccount = async (draft) => (await sendJson('POST', '/api/accounts', draft)).body

/** What the rows of a table would come to. @returns {Promise<{rows: object[]}>} */
export const lookAtAccounts = async (accounts) => (await sendJson('POST', '/api/accounts/table/look', { accounts })).body

/** All of them or none. @returns {Promise<{accounts: {account: object, password: string}[]}>} */
export const makeAccounts = async (accounts) => (await sendJson('POST', '/api/accounts/table', { accounts })).body

/** @param {number} id @param {object} draft @param {string} version as the listing has it */
export const changeAccount = async (id, draft, version) => (await sendJson('PUT', `/api/accounts/${id}`, draft, { etag: version })).body

/** @returns {Promise<{account: object, password: string}>} */
export const resetPassword = async (id) => (await sendJson('POST', `/api/accounts/${id}/password`, {})).body

export const endAllSessions = (id) => sendDelete(`/api/accounts/${id}/sessions`)
export const revokeAllTokens = (id) => sendDelete(`/api/accounts/${id}/tokens`)

export const loadOwnSessions = async () => (await getJson('/api/account/sessions')).sessions
export const loadOwnTokens = async () => (await getJson('/api/account/tokens')).tokens
export const endSession = (id) => sendDelete(`/api/account/sessions/${id}`)

/** @returns {Promise<{listed: object, token: string}>} */
export const createToken = async (wish) => (await sendJson('POST', '/api/account/tokens', wish)).body
export const revokeToken = (id) => sendDelete(`/api/account/tokens/${id}`)

const FACTOR = '/api/account/second-factor'

/** @returns {Promise<{mode: string, required: boolean, setAt: string|null, recoveryCodesLeft: number}>} of the own account */
export const loadSecondFactor = () => getJson(FACTOR)

/** @returns {Promise<{secret: string, uri: string, qr: {size: number, path: string}}>} */
export const beginSecondFactor = async (currentPassword) => (await sendJson('POST', FACTOR, { currentPassword })).body

/** @returns {Promise<string[]>} recovery codes */
export const confirmSecondFactor = async (code) => (await sendJson('POST', `${FACTOR}/confirmation`, { code })).body.recoveryCodes

/** @returns {Promise<string[]>} */
export const newRecoveryCodes = async (currentPassword, code) =>
  (await sendJson('POST', `${FACTOR}/recovery-codes`, { currentPassword, code })).body.recoveryCodes

export const removeSecondFactor = (currentPassword, code) => sendJson('POST', `${FACTOR}/removal`, { currentPassword, code })

/** Says which person of the identity provider an account is. @param {string} currentPassword for the own account only */
export const linkToProvider = (id, subject, currentPassword) =>
  sendJson('PUT', `/api/accounts/${id}/provider-link`, { subject, currentPassword: currentPassword || null })
export const unlinkFromProvider = (id) => sendDelete(`/api/accounts/${id}/provider-link`)

/** Of another account, as for a lost telephone. */
export const resetSecondFactor = (id) => sendDelete(`/api/accounts/${id}/second-factor`)

/** The only caller of fetch. */

/** A failed request; `problem` is the server's RFC 9457 body, `status` 0 means that the server was not reached. */
export class ApiProblem extends Error {
  /** @param {{title?: string, detail?: string, status?: number}} problem */
  constructor(problem) {
    super(problem.detail ?? problem.title ?? '')
    this.name = 'ApiProblem'
    this.problem = problem
    this.status = problem.status ?? 0
  }
}

let csrf = null
let onSignInNeeded = () => {}

/** @param {{headerName: string, token: string}} value from /api/session */
export function useCsrf(value) {
  csrf = value
}

/** @param {() => void} handler called on a 401 */
export function whenSignInNeeded(handler) {
  onSignInNeeded = handler
}

/**
 * @param {string} path @param {RequestInit} [init]
 * @returns {Promise<Response>} an answer with status 2xx
 * @throws {ApiProblem} for every other answer and when the server is not reached; an AbortError passes through
 */
async function send(path, init = {}) {
  let response
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init })
  } catch (error) {
    if (error.name === 'AbortError') throw error
    throw new ApiProblem({ status: 0 })
  }
  const leftForSignIn = response.redirected && new URL(response.url).pathname === '/login'
  if (response.status === 401 || leftForSignIn) {
    onSignInNeeded()
    throw new ApiProblem({ status: 401 })
  }
  if (response.ok) return response
  const problem = await response.json().catch(() => ({ title: response.statusText }))
  throw new ApiProblem({ ...problem, status: response.status })
}

const language = () => ({ 'Accept-Language': document.documentElement.lang || 'vi' })

/** Pass a signal so that a newer request can cancel this one. */
export async function getJson(path, { signal } = {}) {
  const response = await send(path, {
    signal,
    headers: { Accept: 'application/geo+json, application/json', ...language() },
  })
  return response.json()
}

/** @returns {Promise<{body: object|null, etag: string|null, status: number}>} */
export async function getWithEtag(path) {
  return readAnswer(await send(path, { headers: { Accept: 'application/json', ...language() } }))
}

/**
 * @param {'PUT'|'POST'|'DELETE'} method @param {string} path @param {object} body
 * @param {{etag?: string|null}} [options] etag goes out as If-Match
 * @returns {Promise<{body: object|null, etag: string|null, status: number}>}
 */
export async function sendJson(method, path, body, { etag } = {}) {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json', ...language() }
  if (csrf) headers[csrf.headerName] = csrf.token
  if (etag) headers['If-Match'] = etag
  return readAnswer(await send(path, { method, headers, body: JSON.stringify(body) }))
}

/** @param {string} path @param {File} file goes out as the part `file` of a form */
export async function sendFile(path, file) {
  const headers = { Accept: 'application/json', ...language() }
  if (csrf) headers[csrf.headerName] = csrf.token
  const body = new FormData()
  body.append('file', file)
  return readAnswer(await send(path, { method: 'POST', headers, body }))
}

/** @returns {Promise<{blob: Blob, fileName: string|null}>} */
export async function getFile(path) {
  const response = await send(path, { headers: { Accept: 'application/zip, application/problem+json', ...language() } })
  const disposition = response.headers.get('Content-Disposition') ?? ''
  const encoded = disposition.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  const fileName = encoded ? decodeURIComponent(encoded) : (disposition.match(/filename="?([^";]+)"?/i)?.[1] ?? null)
  return { blob: await response.blob(), fileName }
}

async function readAnswer(response) {
  const text = await response.text()
  const isJson = (response.headers.get('Content-Type') ?? '').includes('json')
  return { body: isJson && text ? JSON.parse(text) : null, etag: response.headers.get('ETag'), status: response.status }
}

/** @param {Record<string, unknown>} values null, undefined and "" are left out @returns {string} "?a=1&b=2" or "" */
export function query(values) {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return text ? `?${text}` : ''
}

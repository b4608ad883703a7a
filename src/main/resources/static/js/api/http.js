import { heard } from '../field/clock.js'

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
let onReach = () => {}
/** @type {{keep: (path: string, response: Response) => void, find: (path: string) => Promise<Response|null>}|null} */
let answers = null

/** @param {{headerName: string, token: string}} value from /api/session */
export function useCsrf(value) {
  csrf = value
}

/** @param {() => void} handler called on a 401 */
export function whenSignInNeeded(handler) {
  onSignInNeeded = handler
}

/** @param {(reached: boolean) => void} handler called after each request: whether the service was there */
export function whenReached(handler) {
  onReach = handler
}

/** @param {typeof answers} store keeps answers for the time without a network */
export function useAnswers(store) {
  answers = store
}

/** A proxy that answers for a service that is away is no service. */
const isAway = (status) => [0, 502, 503, 504].includes(status)

/** @param {boolean} [telling] whether the outcome speaks for the whole service */
async function ask(path, init, telling = true) {
  try {
    const response = await fetch(path, { credentials: 'same-origin', ...init })
    if (!isAway(response.status)) heard(response.headers.get('Date'))
    if (telling) onReach(!isAway(response.status))
    return response
  } catch (error) {
    if (error.name === 'AbortError') throw error
    if (telling) onReach(false)
    throw new ApiProblem({ status: 0 })
  }
}

const leftForSignIn = (response) => response.redirected && new URL(response.url).pathname === '/login'

/**
 * @param {string} path @param {RequestInit} [init]
 * @returns {Promise<Response>} an answer with status 2xx
 * @throws {ApiProblem} for every other answer and when the server is not reached; an AbortError passes through
 */
async function send(path, init = {}) {
  const response = await ask(path, init)
  if (response.status === 401 || leftForSignIn(response)) {
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
  try {
    const response = await send(path, {
      signal,
      headers: { Accept: 'application/geo+json, application/json', ...language() },
    })
    answers?.keep(path, response.clone())
    return await response.json()
  } catch (error) {
    const kept = error instanceof ApiProblem && isAway(error.status) ? await answers?.find(path) : null
    if (kept) return kept.json()
    throw error
  }
}

/**
 * @param {string} path of a vector tile @param {{signal?: AbortSignal}} [options]
 * @returns {Promise<{bytes: Uint8Array, etag: string|null}>} not kept for the time without a network: shapes are
 */
export async function getTile(path, { signal } = {}) {
  const response = await send(path, { signal, headers: { Accept: 'application/vnd.mapbox-vector-tile', ...language() } })
  try {
    return { bytes: new Uint8Array(await response.arrayBuffer()), etag: response.headers.get('ETag') }
  } catch (error) {
    if (error.name === 'AbortError') throw error
    throw new ApiProblem({ status: 0 })
  }
}

/**
 * One step of the queue: every outcome is an answer, none an exception, and the end of a session sends nobody away.
 * @param {'GET'|'PUT'|'POST'} method @param {string} path @param {object|null} body
 * @param {{headers?: Record<string, string>, timeoutMs?: number}} [options]
 * @returns {Promise<{status: number, body: object|null, type?: string, etag: string|null, header: (name: string) => string|null}>}
 *   status 0 where no answer came or one that is not the service's, as of the sign-in page of a public network
 */
export async function exchange(method, path, body, { headers = {}, timeoutMs = 30_000 } = {}) {
  const none = { status: 0, body: null, etag: null, header: () => null }
  const token = csrf && method !== 'GET' ? { [csrf.headerName]: csrf.token } : {}
  const content = body === null ? {} : { 'Content-Type': 'application/json' }
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), timeoutMs)
  try {
    const init = {
      method,
      signal: late.signal,
      headers: { Accept: 'application/json', ...content, ...language(), ...token, ...headers },
      body: body === null ? undefined : JSON.stringify(body),
    }
    // A write that fails while reads get through must not make the page offline.
    const response = await ask(path, init, method === 'GET')
    if (leftForSignIn(response)) return { ...none, status: 401 }
    const answer = await readAnswer(response)
    if (response.ok && !answer.body) return none
    return { ...answer, type: answer.body?.type, header: (name) => response.headers.get(name) }
  } catch {
    return none
  } finally {
    clearTimeout(timer)
  }
}

/** @param {string} path of a page of the service @returns {Promise<Document>} */
export async function getPage(path) {
  const response = await ask(path, { headers: { Accept: 'text/html' } })
  return new DOMParser().parseFromString(await response.text(), 'text/html')
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
export function sendFile(path, file) {
  const form = new FormData()
  form.append('file', file)
  return sendForm(path, form)
}

/** @param {FormData} form fields and files; the browser writes the Content-Type @returns {Promise<{body: object|null, etag: string|null, status: number}>} */
export async function sendForm(path, form) {
  const headers = { Accept: 'application/json', ...language() }
  if (csrf) headers[csrf.headerName] = csrf.token
  return readAnswer(await send(path, { method: 'POST', headers, body: form }))
}

/** @returns {Promise<{body: object|null, etag: string|null, status: number}>} */
export async function sendDelete(path) {
  const headers = { Accept: 'application/json', ...language() }
  if (csrf) headers[csrf.headerName] = csrf.token
  return readAnswer(await send(path, { method: 'DELETE', headers }))
}

/**
 * @param {string} path
 * @param {{signal?: AbortSignal, onBytes?: (received: number) => void}} [options] onBytes is called as the file comes in
 * @returns {Promise<{blob: Blob, fileName: string|null}>}
 * @throws {ApiProblem} also when the file broke off; an AbortError passes through
 */
export async function getFile(path, { signal, onBytes } = {}) {
  const response = await send(path, {
    signal,
    headers: { Accept: 'application/zip, application/problem+json', ...language() },
  })
  const disposition = response.headers.get('Content-Disposition') ?? ''
  const encoded = disposition.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  const fileName = encoded ? decodeURIComponent(encoded) : (disposition.match(/filename="?([^";]+)"?/i)?.[1] ?? null)
  return { blob: await readBlob(response, onBytes), fileName }
}

async function readBlob(response, onBytes) {
  if (!onBytes) return response.blob()
  const parts = []
  let received = 0
  const reader = response.body.getReader()
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value)
      received += part.value.length
      onBytes(received)
    }
  } catch (error) {
    if (error.name === 'AbortError') throw error
    throw new ApiProblem({ status: 0 })
  }
  return new Blob(parts, { type: response.headers.get('Content-Type') ?? '' })
}

/**
 * Reads an answer that comes as lines of JSON.
 * @param {string} path @param {(line: object) => void} onLine called for each line but the last as it arrives
 * @param {{signal?: AbortSignal}} [options]
 * @returns {Promise<object>} the last line
 * @throws {ApiProblem} also where the answer ends in the middle of a line or with a problem
 */
export async function getLines(path, onLine, { signal } = {}) {
  const response = await send(path, {
    signal,
    headers: { Accept: 'application/x-ndjson, application/problem+json', ...language() },
  })
  const read = response.body.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  let last = null
  try {
    for (let { value, done } = await read.read(); !done; { value, done } = await read.read()) {
      const lines = (rest + value).split('\n')
      rest = lines.pop()
      for (const line of lines) {
        if (last) onLine(last)
        last = JSON.parse(line)
      }
    }
  } catch (error) {
    if (error.name === 'AbortError') throw error
    throw new ApiProblem({ status: 0 })
  }
  if (rest || !last) throw new ApiProblem({ status: 0 })
  if (last.status >= 400) throw new ApiProblem(last)
  return last
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

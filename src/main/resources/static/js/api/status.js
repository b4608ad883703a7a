import { getJson } from './http.js'

/** @returns {Promise<{at: string, version: string, state: string, parts: {key: string, title: string, state: string, lines: string[]}[]}>} */
export const loadStatus = () => getJson('/api/status')

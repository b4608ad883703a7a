import { getJson, query } from './http.js'

/**
 * @param {{from?: string, to?: string, username?: string, action?: string, incidentId?: string, cursor?: string|null}} filter
 * @returns {Promise<{entries: object[], next: string|null}>}
 */
export const loadAudit = (filter) => getJson(`/api/audit${query(filter)}`)

export const verifyAudit = () => getJson('/api/audit/verification')

import { getJson, query } from './http.js'

/** What a leader sees first. @param {{within?: string, from?: string, to?: string, year?: string, boundaryDay?: string}} question what is left out, the service chooses */
export const loadOverview = (question) => getJson(`/api/overview${query(question)}`)

import * as L from 'leaflet'
import { surfaceCorners, surfaceLegend, surfacePath } from '../model/surface.js'

/** So that lines and names below stay readable. */
const OPACITY = 0.78

/**
 * A density surface as one picture over its ground. The classes are drawn by the service, so the same place has the same
 * colour at every zoom.
 * @param {ReturnType<import('./mapview.js').createMapView>} view
 * @param {{pane?: string, onError?: () => void}} [options] onError: the picture could not be had
 */
export function createSurfaceLayer({ map }, { pane = 'under', onError = () => {} } = {}) {
  let overlay = null
  let opacity = OPACITY

  return {
    /**
     * @param {import('../model/surface.js').SurfaceQuestion} question the one that `surface` answers
     * @param {object} surface answer of `/api/density/surface`
     * @returns {{colour: string, label: string}[]} entries of the legend, highest first
     */
    show(question, surface) {
      overlay?.remove()
      // The limits of the description, so that an incident that comes in between changes no colour.
      const shown = { ...question, breaks: surface.breaks.length ? surface.breaks : question.breaks }
      overlay = L.imageOverlay(surfacePath(shown, '.png'), surfaceCorners(surface.bounds), {
        pane,
        opacity,
        alt: surface.sentence,
        interactive: false,
        className: 'surface-picture',
      })
      overlay.on('error', onError)
      overlay.addTo(map)
      return surfaceLegend(surface)
    },
    /** @param {number} value 0 to 1 */
    setOpacity(value) {
      opacity = value
      overlay?.setOpacity(value)
    },
    hide() {
      overlay?.remove()
      overlay = null
    },
    /** @returns {boolean} */
    shown: () => overlay !== null,
  }
}

const SVG = 'http://www.w3.org/2000/svg'

/** Own line icons in a 24 by 24 box. */
const PATHS = {
  close: 'M6 6l12 12M18 6L6 18',
  calendar: 'M4 6.5h16v14H4zM4 10.5h16M8 3.5v4M16 3.5v4',
  pin: 'M12 21.5S5 14.8 5 9.8a7 7 0 0 1 14 0c0 5-7 11.7-7 11.7zM12 6.8v6M9 9.8h6',
  download: 'M12 4v11M7.5 11l4.5 4.5L16.5 11M5 20h14',
  upload: 'M12 15V4M7.5 8.5L12 4l4.5 4.5M5 20h14',
  user: 'M12 12a4 4 0 1 0 0-8a4 4 0 0 0 0 8zM4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13a6.5 6.5 0 0 0 0 13zM15.5 15.5L20.5 20.5',
  map: 'M3.5 6.5l5.5-2.5l6 2.5l5.5-2.5v13.5l-5.5 2.5l-6-2.5l-5.5 2.5zM9 4v13.5M15 6.5V20',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M10 5v14',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  locate: 'M12 7.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 0 0 0-9zM12 2.5v3M12 18.5v3M2.5 12h3M18.5 12h3',
  warning: 'M12 4L21.5 20h-19zM12 10v5M12 17.5v.01',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 0 0 0-17zM12 11v5.5M12 7.7v.01',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7l-1.3 1.3M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7l1.3-1.3',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  back: 'M15 5l-7 7l7 7',
  shield: 'M12 3l7.5 3v6c0 4.5-3.2 7.6-7.5 9c-4.3-1.4-7.5-4.5-7.5-9V6z',
  edit: 'M4 20l1-4.5L16 4.5l3.5 3.5L8.5 19z',
  offline: 'M4 4l16 16M8.5 12.5a6 6 0 0 1 2-1.2M15.5 12.5l.5.4M5 9a11 11 0 0 1 3.4-2.1M12 5.8a11 11 0 0 1 7 3.2M11 16.5l1 1l1-1',
  outbox: 'M4 13v6h16v-6M4 13h4.5l1.5 2.5h4l1.5-2.5H20M12 11V3.5M8.5 7L12 3.5L15.5 7',
  camera: 'M4 8.5h3.5L9.5 6h5l2 2.5H20v11H4zM12 17a3.5 3.5 0 1 0 0-7a3.5 3.5 0 0 0 0 7z',
  down: 'M6 9.5l6 6l6-6',
  play: 'M8 5.5v13l10.5-6.5z',
  pause: 'M8.5 5.5v13M15.5 5.5v13',
  undo: 'M8.5 5L4 9.5L8.5 14M4 9.5h10a5 5 0 0 1 0 10h-4',
  redo: 'M15.5 5L20 9.5L15.5 14M20 9.5H10a5 5 0 0 0 0 10h4',
  trash: 'M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13M10.5 10.5v6M13.5 10.5v6',
  draw: 'M5 17L8 6.5L18.5 5L19 15.5zM3.4 17a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 0 0-3.2 0zM17.4 15.5a1.6 1.6 0 1 0 3.2 0a1.6 1.6 0 0 0-3.2 0z',
}

/** @param {keyof PATHS} name @param {number} [size] pixels @returns {SVGElement} decorative, hidden from screen readers */
export function icon(name, size = 20) {
  const svg = document.createElementNS(SVG, 'svg')
  const attributes = {
    viewBox: '0 0 24 24',
    width: size,
    height: size,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.8,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    'aria-hidden': 'true',
    focusable: 'false',
    class: 'icon',
  }
  for (const [key, value] of Object.entries(attributes)) svg.setAttribute(key, String(value))
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', PATHS[name])
  svg.append(path)
  return svg
}

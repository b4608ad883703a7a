import { STATUS_FILLS } from '../model/palette.js'
import { h } from './dom.js'

/** A status as sign and words, never as a colour alone. @param {(key: string) => string} t @param {string} status */
export const statusSign = (t, status) =>
  h(
    'span',
    { class: 'status-words' },
    h('span', {
      class: 'status-sign',
      style: `background:${STATUS_FILLS[status].colour};color:${STATUS_FILLS[status].ink}`,
      'aria-hidden': 'true',
      text: STATUS_FILLS[status].symbol,
    }),
    h('span', { text: t(`status.${status}`) }),
  )

/** Sign-in page: a demo account fills the form in; its password is its name. */
import { forgetAll } from '../field/answers.js'

const username = /** @type {HTMLInputElement} */ (document.getElementById('username'))
const password = /** @type {HTMLInputElement} */ (document.getElementById('password'))

for (const button of document.querySelectorAll('.demo-account')) {
  button.addEventListener('click', () => {
    username.value = button.dataset.username
    password.value = button.dataset.username
    document.querySelector('[data-testid="login-submit"]').focus()
  })
}

const show = /** @type {HTMLInputElement} */ (document.getElementById('show-password'))
show.closest('label').hidden = false
show.addEventListener('change', () => (password.type = show.checked ? 'text' : 'password'))

if (new URLSearchParams(window.location.search).has('logout')) forgetAll()

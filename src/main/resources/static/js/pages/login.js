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

if (new URLSearchParams(window.location.search).has('logout')) forgetAll()

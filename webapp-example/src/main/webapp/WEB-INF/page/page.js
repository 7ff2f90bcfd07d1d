'use strict';

const $ = (selector) => document.querySelector(selector);

/** Shows the form of a box, which needs this script, and calls back with its fields instead of sending it. */
function onSubmit(box, answer) {
  const form = $(`#${box} form`);
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer(form.elements, form);
  });
}

// Notes
function showNotes(notes) {
  $('#notes-list').replaceChildren(...notes.map((note) => {
    const item = document.createElement('li');
    const text = document.createElement('span');
    text.textContent = note;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = 'Remove';
    button.setAttribute('aria-label', `Remove ${note}`);
    button.addEventListener('click', () => sendNote({remove: note}).then(() => $('#notes input').focus()));
    item.append(text, button);
    return item;
  }));
}

async function sendNote(fields) {
  const response = await fetch('notes/', {method: 'POST', body: new URLSearchParams(fields)});
  showNotes(response.ok ? await response.json() : [`The server answers ${response.status}.`]);
}

onSubmit('notes', async (fields, form) => {
  await sendNote({text: fields.text.value});
  form.reset();
});
fetch('notes/').then((response) => response.json()).then(showNotes);

// Upload: XMLHttpRequest, because fetch tells nothing of its progress.
onSubmit('upload', (fields) => {
  const file = fields.file.files[0];
  const answer = $('#upload-answer');
  const request = new XMLHttpRequest();
  request.open('PUT', 'upload');
  request.upload.addEventListener('progress', (event) => {
    $('#upload-progress').value = event.total ? event.loaded / event.total : 1;
  });
  request.addEventListener('error', () => {
    answer.textContent = 'The connection failed.';
  });
  request.addEventListener('load', async () => {
    $('#upload-progress').value = 1;
    answer.textContent = request.responseText;
    if (globalThis.crypto?.subtle && file.size < 1 << 26) {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
      const own = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
      answer.textContent += request.responseText.includes(own) ? 'This browser computes the same.' : `This browser computes ${own}.`;
    }
  });
  request.send(file);
});

// Events
const start = $('#events button');
start.hidden = false;
start.addEventListener('click', () => {
  const chart = $('#events-chart');
  const waits = [];
  let last = 0;
  chart.replaceChildren();
  start.disabled = true;
  const source = new EventSource('events?count=20&millis=100');
  source.addEventListener('message', (event) => {
    const now = performance.now();
    if (last) {
      const wait = now - last;
      const height = Math.min(58, wait / 4);
      const bar = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      bar.setAttribute('x', waits.length * 10 + 2);
      bar.setAttribute('y', 60 - height);
      bar.setAttribute('width', 7);
      bar.setAttribute('height', height);
      chart.append(bar);
      waits.push(wait);
    }
    last = now;
    if (event.lastEventId === '20') {
      end(`20 events, ${Math.min(...waits).toFixed()} to ${Math.max(...waits).toFixed()} ms apart.`);
    }
  });
  source.addEventListener('error', () => end('The stream ended early.'));

  function end(text) {
    source.close(); // or the browser would ask for the stream again
    start.disabled = false;
    $('#events-answer').textContent = text;
  }
});

// WebSocket
let socket;
function openSocket() {
  if (socket?.readyState === WebSocket.OPEN) {
    return Promise.resolve(socket);
  }
  return new Promise((resolve, reject) => {
    const address = new URL('echo', location);
    address.protocol = address.protocol.replace('http', 'ws');
    socket = new WebSocket(address);
    socket.addEventListener('open', () => resolve(socket));
    socket.addEventListener('error', () => reject(new Error('The server has not changed to a WebSocket.')));
    socket.addEventListener('message', (event) => echoed(event.data));
    socket.addEventListener('close', (event) => echoed(`The server has closed the WebSocket (${event.code}).`));
  });
}

function echoed(text) {
  const item = document.createElement('li');
  item.textContent = text;
  $('#echo-list').append(item);
  item.scrollIntoView({block: 'nearest'});
}

onSubmit('echo', (fields) => {
  openSocket().then((open) => open.send(fields.message.value), (error) => echoed(error.message));
});

// CGI
onSubmit('script', async (fields, form) => {
  const response = await fetch(`${form.getAttribute('action')}?${new URLSearchParams({name: fields.name.value})}`);
  $('#script-answer').textContent = await response.text();
});

// User
async function showUser(credentials) {
  const headers = credentials ? {Authorization: `Basic ${btoa(unescape(encodeURIComponent(credentials)))}`} : {};
  // Without credentials of its own, a browser asks for none either when the answer is 401.
  const response = await fetch(credentials ? 'who-am-i?login' : 'who-am-i', {headers, credentials: credentials ? 'omit' : 'same-origin'});
  $('#user-answer').textContent = response.status === 401 ? 'Wrong name or password.' : await response.text();
}

onSubmit('user', (fields) => showUser(`${fields.name.value}:${fields.password.value}`));
$('#user button[name=out]').addEventListener('click', () => showUser());
showUser();

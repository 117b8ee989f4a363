import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './App';
import { cancelTextSearch, showDetail, start } from './model';
import * as state from './state';
import './style.css';

const root = document.getElementById('root');
if (root) render(<App />, root);

// The side pane follows the active row, also when that row arrives later than the key that chose it.
effect(() => {
  void state.activeRow.value?.id;
  void state.profile.value;
  void showDetail();
});

// What of the text in the image is hidden depends on the profile: an answer for another one is no answer.
let searchedFor = state.profile.peek();
effect(() => {
  if (state.profile.value === searchedFor) return;
  searchedFor = state.profile.value;
  cancelTextSearch();
});

void start();

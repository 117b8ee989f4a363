import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './App';
import { start } from './model';
import { persist } from './state';
import './style.css';

const root = document.getElementById('root');
if (root) render(<App />, root);
effect(persist);
void start();

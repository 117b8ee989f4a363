import { render } from 'preact';
import { App } from './App';
import { start } from './model';
import './style.css';

const root = document.getElementById('root');
if (root) render(<App />, root);
void start();

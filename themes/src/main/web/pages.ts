/** Every page of the console; each registers itself. */
import './roles/page.ts';
import './catalogue/page.ts';

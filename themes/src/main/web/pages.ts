/** Every page of the console; each registers itself. */
import './roles/page.ts';
import './catalogue/page.ts';
import './teammates/page.ts';
import './teams/page.ts';
import './projects/page.ts';
import './plan/page.ts';
import './activity/page.ts';

/** What runs in Keycloak's admin console and on the page of the workspace console. */
import './messages/frame.ts';
import './parts/toast.ts';
import './pages.ts';
import './shell/place.ts';
import './shell/people.ts';
import { adminShell } from './shell/admin.ts';

adminShell();

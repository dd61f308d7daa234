import * as assist from "./assist";
import * as desk from "./desk";
import * as trade from "./trade";
import * as talk from "./talk";
import * as rooms from "./rooms";
import * as admin from "./admin";
import * as policies from "./policies";
import * as publishing from "./publishing";
import * as playbooks from "./playbooks";
import * as aftersales from "./aftersales";
import * as caseReports from "./caseReports";
import * as shipping from "./shipping";
import * as steps from "./steps";
import * as stepSettings from "./stepSettings";
import * as caseSettings from "./caseSettings";
import * as calls from "./calls";
import * as checks from "./checks";
import * as holds from "./holds";
import * as knowledge from "./knowledge";
import * as phrases from "./phrases";
import * as reception from "./reception";
import * as amending from "./amending";
import * as opening from "./opening";
import * as recoveries from "./recoveries";
import * as warehouse from "./warehouse";
import * as values from "./values";

/** Every word of the desk, by area. */
export const words = { ...desk, ...talk, ...trade, ...rooms, ...admin, ...policies, ...playbooks, ...publishing, ...aftersales, ...assist, ...caseReports, ...shipping, ...steps, ...stepSettings, ...caseSettings, ...calls, ...checks, ...holds, ...knowledge, ...phrases, ...reception, ...opening, ...amending, ...recoveries, ...warehouse, ...values };

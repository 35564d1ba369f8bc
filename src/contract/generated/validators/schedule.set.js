// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:schedule.set.request
var scheduleSet = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/schedule.set.request.json", "description": "Changes a schedule; what is not named stays. Not while its run is not over.", "type": "object", "properties": { "scheduleId": { "description": "The schedule.", "type": "string", "minLength": 1 }, "name": { "type": "string", "maxLength": 50, "description": "Name of the schedule." }, "description": { "type": "string", "maxLength": 127 }, "updates": { "description": "uniqueIds, KB articles or package files, instead of what it takes now.", "type": "array", "items": { "type": "string", "minLength": 1 }, "minItems": 1 }, "latest": { "description": "Choose the latest cumulative update when the run starts, instead of what it takes now.", "const": true, "type": "boolean" }, "rule": { "description": "Name of a rule that chooses when the run starts, instead of what it takes now.", "type": "string", "minLength": 1 }, "at": { "description": "Another date and time (RFC 3339), which must come; instead of when it runs now.", "type": "string" }, "schedule": { "description": "When it recurs, instead of when it runs now.", "$ref": "recurrence.json" }, "enabled": { "description": "False suspends it; true resumes it, with the next time that comes.", "type": "boolean" }, "continueOnError": { "description": "Go on after an update that failed.", "type": "boolean" }, "removeSupersededUpdates": { "description": "Clean up with ResetBase, then export.", "type": "boolean" }, "cleanupWhenPending": { "description": "What becomes of a clean-up that DISM would refuse because work is pending in the image: fail (the default; nothing is begun), or skip it and end as SucceededWithErrors.", "enum": ["fail", "skip"] }, "languages": { "description": "Languages (de-DE) that every index gets, before the cumulative update: their language packs, from capabilitySources.", "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$" } }, "capabilities": { "description": "Features on demand that every index gets, behind the languages, by whole name: Language.Basic~~~de-DE~0.0.1.0.", "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(?:~[A-Za-z0-9._-]{0,40}){3}~(?:[0-9]{1,5}(?:\\.[0-9]{1,5}){0,3})?$" } }, "capabilitySources": { "description": "Folders or ISO images with language packs and features on demand of the release.", "type": "array", "items": { "type": "string", "minLength": 1 } }, "features": { "description": "Optional features of Windows that are enabled in every index, behind the clean-up: NetFx3 is .NET Framework 3.5.", "type": "array", "items": { "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$" } }, "featureSource": { "description": "Folder with the payload of features that the image does not hold: sources\\sxs of the media, for .NET Framework 3.5.", "type": "string", "minLength": 1 }, "driverFolder": { "description": "Folder with drivers (.inf), searched with the folders below it; every index gets those that have a catalog file beside them.", "type": "string", "minLength": 1 }, "strict": { "description": "Keep Configuration Manager's rule: clean up files with a single index alone, and leave removeSupersededUpdates out of others.", "type": "boolean" }, "forceUnsigned": { "description": "Drivers without a catalog file as well.", "type": "boolean" }, "includeDotNet": { "description": "Whether latest and rules put in the cumulative update of .NET as well, after the clean-up. Default: where its package is in the content library; with a rule, where its kinds say so.", "type": "boolean" }, "includeWinRE": { "description": "Service the recovery image (winre.wim) inside each index too: with the Safe OS dynamic update that latest, a rule or the list brings.", "type": "boolean" }, "includeBootImage": { "description": "Service boot.wim of an upgrade package too, every index: with the cumulative update that goes into Windows.", "type": "boolean" }, "includeSetup": { "description": "Renew Setup of an upgrade package too: its dynamic update is expanded over sources, then the programs of Setup are taken from boot.wim.", "type": "boolean" }, "profile": { "description": "What is serviced beside Windows where the three members above do not say it: image (nothing), upgrade-folder (recovery image and Setup) or media (these and boot.wim).", "enum": ["image", "upgrade-folder", "media"] }, "updateBootManager": { "description": "Put the boot files of 2023 from boot.wim on the media of an upgrade package, after boot.wim was serviced: boot manager, fonts, boot sector of discs, boot.stl. No policy file and no firmware is touched.", "enum": ["2023"] }, "updateDistributionPoint": { "description": "Send the new version to the distribution points.", "type": "boolean" }, "indexes": { "description": "Only these indexes; none is all.", "type": "array", "items": { "type": "integer", "minimum": 1 } }, "syncBeforeRun": { "description": "Synchronise before a run that chooses its updates. Default: as the site is set.", "type": "boolean" }, "downloadContent": { "description": "Download what a run lacks before it begins. Default: as the site is set.", "type": "boolean" }, "reset": { "description": "Members that are as if nobody had named them.", "type": "array", "items": { "enum": ["cleanupWhenPending", "downloadContent", "driverFolder", "featureSource", "includeDotNet", "syncBeforeRun", "updateBootManager"] } }, "maintenance": { "description": "Of a schedule of kind Maintenance: what it does, instead of what it does now.", "$ref": "maintenance.json" } }, "required": ["scheduleId"], "additionalProperties": false };
var schema18 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/maintenance.json", "description": "What a maintenance does: which parts, and how.", "type": "object", "properties": { "part": { "description": "Parts that are done, always in this order: decline, content, versions, database. Default: all.", "type": "array", "items": { "enum": ["decline", "content", "versions", "database"] }, "minItems": 1 }, "declineRule": { "description": "Which updates are declined. Default: expired, itanium, beta. With superseded, a rule that defers or takes the one before has nothing left to choose.", "type": "array", "items": { "type": "string", "enum": ["superseded", "expired", "itanium", "arm", "beta", "preview", "unused-release"] }, "minItems": 1 }, "contentOlderThan": { "description": "Besides the content of superseded and expired updates: files that were stored so many days ago or longer.", "type": "integer", "minimum": 1, "maximum": 36500 }, "contentMaximumSize": { "description": "Besides: the oldest files, until the library has at most so many bytes.", "type": "integer", "minimum": 0 }, "retainDays": { "description": "Days that an earlier version is kept after another one took its place; 0 = however long. The version before the current one stays. Default: as the site is set.", "type": "integer", "minimum": 0, "maximum": 36500 }, "retainBytes": { "description": "Bytes that the earlier versions of one image may take on disk; the oldest go first. 0 = however many. The version before the current one stays. Default: as the site is set.", "type": "integer", "minimum": 0 }, "retainVersion": { "description": "Kept versions of an image besides the current one. Default: as the site is set.", "type": "integer", "minimum": 0, "maximum": 1e3 } }, "required": [], "additionalProperties": false };
var func2 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var schema12 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/recurrence.json", "description": "When something happens: exactly one of once, daily, weekly, monthlyByDate, monthlyByWeekDay, patchTuesday, interval and cron, and what belongs to it.", "type": "object", "properties": { "once": { "description": "One point in time.", "type": "object", "properties": { "at": { "description": "Date and time (RFC 3339), local in the time zone when it has no offset; or a date, at start.", "type": "string" } }, "required": ["at"], "additionalProperties": false }, "daily": { "description": "Every so many days.", "type": "object", "properties": { "every": { "description": "Days; default 1.", "type": "integer", "minimum": 1, "maximum": 3650 } }, "additionalProperties": false }, "weekly": { "description": "Days of the week, every so many weeks. Weeks begin on Sunday.", "type": "object", "properties": { "every": { "description": "Weeks; default 1.", "type": "integer", "minimum": 1, "maximum": 520 }, "weekDays": { "description": "Days of the week.", "type": "array", "items": { "$ref": "week-day.json" } } }, "required": ["weekDays"], "additionalProperties": false }, "monthlyByDate": { "description": "A day of the month, every so many months.", "type": "object", "properties": { "every": { "description": "Months; default 1.", "type": "integer", "minimum": 1, "maximum": 120 }, "day": { "description": "1 to 31, or last. A day that the month lacks is its last one.", "anyOf": [{ "type": "integer", "minimum": 1, "maximum": 31 }, { "type": "string", "enum": ["last"] }] } }, "required": ["day"], "additionalProperties": false }, "monthlyByWeekDay": { "description": "A weekday of the month, every so many months.", "type": "object", "properties": { "every": { "description": "Months; default 1.", "type": "integer", "minimum": 1, "maximum": 120 }, "order": { "description": "Which one of the month.", "type": "string", "enum": ["First", "Second", "Third", "Fourth", "Last"] }, "weekDay": { "$ref": "week-day.json" }, "offsetDays": { "description": "Days after that weekday, or before it when negative; may lead into another month.", "type": "integer", "minimum": -31, "maximum": 31 } }, "required": ["order", "weekDay"], "additionalProperties": false }, "patchTuesday": { "description": "The second Tuesday of each month.", "type": "object", "properties": { "offsetDays": { "description": "Days after it, or before it when negative.", "type": "integer", "minimum": -31, "maximum": 31 } }, "additionalProperties": false }, "interval": { "description": "A distance in time, counted from the day of from at start, which is the first one. Days keep their local time; hours and minutes are as long as they are.", "$ref": "time-span.json" }, "cron": { "description": "Five fields: minute, hour, day of the month, month, day of the week; also n-th weekdays (TUE#2) and L.", "type": "string", "minLength": 1, "maxLength": 200 }, "duration": { "description": "How long after its time an occurrence may still begin before it counts as missed.", "$ref": "time-span.json" }, "start": { "description": "Local time of day, for example 22:00. Default: the one of from, else midnight.", "type": "string" }, "timeZone": { "description": "IANA or Windows name of the time zone. Default: the one of this computer.", "type": "string", "minLength": 1, "maxLength": 100 }, "from": { "description": "Nothing before this date or time (RFC 3339; local without an offset). Everything that comes every so many is counted from here.", "type": "string" }, "until": { "description": "Nothing after this time, or after the end of this date.", "type": "string" }, "window": { "description": "Maintenance window: an occurrence outside waits for its next opening.", "type": "object", "properties": { "weekDays": { "description": "Days on which it opens; default all.", "type": "array", "items": { "$ref": "week-day.json" } }, "start": { "description": "Local time at which it opens, for example 20:00.", "type": "string" }, "minutes": { "description": "How long it stays open.", "type": "integer", "minimum": 1, "maximum": 1440 } }, "required": ["start", "minutes"], "additionalProperties": false }, "missedRun": { "description": "What becomes of a run whose time went by: it runs as soon as it may (default), is left out, or waits for the next opening of the window.", "type": "string", "enum": ["RunLate", "Skip", "NextWindow"] }, "jitterMinutes": { "description": "Spreads the beginning over so many minutes, always the same for one schedule and occurrence.", "type": "integer", "minimum": 0, "maximum": 1440 } }, "additionalProperties": false };
var schema13 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/week-day.json", "description": "Day of the week.", "type": "string", "enum": ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] };
function validate11(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func2.call(schema12.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.once !== void 0) {
      let data0 = data.once;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.at === void 0) {
          const err1 = { instancePath: instancePath + "/once", schemaPath: "#/properties/once/required", keyword: "required", params: { missingProperty: "at" }, message: "must have required property 'at'" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        for (const key1 in data0) {
          if (!(key1 === "at")) {
            const err2 = { instancePath: instancePath + "/once", schemaPath: "#/properties/once/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        if (data0.at !== void 0) {
          if (typeof data0.at !== "string") {
            const err3 = { instancePath: instancePath + "/once/at", schemaPath: "#/properties/once/properties/at/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/once", schemaPath: "#/properties/once/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.daily !== void 0) {
      let data2 = data.daily;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key2 in data2) {
          if (!(key2 === "every")) {
            const err5 = { instancePath: instancePath + "/daily", schemaPath: "#/properties/daily/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data2.every !== void 0) {
          let data3 = data2.every;
          if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
            const err6 = { instancePath: instancePath + "/daily/every", schemaPath: "#/properties/daily/properties/every/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
          if (typeof data3 == "number" && isFinite(data3)) {
            if (data3 > 3650 || isNaN(data3)) {
              const err7 = { instancePath: instancePath + "/daily/every", schemaPath: "#/properties/daily/properties/every/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 }, message: "must be <= 3650" };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (data3 < 1 || isNaN(data3)) {
              const err8 = { instancePath: instancePath + "/daily/every", schemaPath: "#/properties/daily/properties/every/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/daily", schemaPath: "#/properties/daily/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.weekly !== void 0) {
      let data4 = data.weekly;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.weekDays === void 0) {
          const err10 = { instancePath: instancePath + "/weekly", schemaPath: "#/properties/weekly/required", keyword: "required", params: { missingProperty: "weekDays" }, message: "must have required property 'weekDays'" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        for (const key3 in data4) {
          if (!(key3 === "every" || key3 === "weekDays")) {
            const err11 = { instancePath: instancePath + "/weekly", schemaPath: "#/properties/weekly/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data4.every !== void 0) {
          let data5 = data4.every;
          if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
            const err12 = { instancePath: instancePath + "/weekly/every", schemaPath: "#/properties/weekly/properties/every/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 > 520 || isNaN(data5)) {
              const err13 = { instancePath: instancePath + "/weekly/every", schemaPath: "#/properties/weekly/properties/every/maximum", keyword: "maximum", params: { comparison: "<=", limit: 520 }, message: "must be <= 520" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (data5 < 1 || isNaN(data5)) {
              const err14 = { instancePath: instancePath + "/weekly/every", schemaPath: "#/properties/weekly/properties/every/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          }
        }
        if (data4.weekDays !== void 0) {
          let data6 = data4.weekDays;
          if (Array.isArray(data6)) {
            const len0 = data6.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data7 = data6[i0];
              if (typeof data7 !== "string") {
                const err15 = { instancePath: instancePath + "/weekly/weekDays/" + i0, schemaPath: "week-day.json/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
              if (!(data7 === "Sunday" || data7 === "Monday" || data7 === "Tuesday" || data7 === "Wednesday" || data7 === "Thursday" || data7 === "Friday" || data7 === "Saturday")) {
                const err16 = { instancePath: instancePath + "/weekly/weekDays/" + i0, schemaPath: "week-day.json/enum", keyword: "enum", params: { allowedValues: schema13.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
          } else {
            const err17 = { instancePath: instancePath + "/weekly/weekDays", schemaPath: "#/properties/weekly/properties/weekDays/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/weekly", schemaPath: "#/properties/weekly/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.monthlyByDate !== void 0) {
      let data8 = data.monthlyByDate;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (data8.day === void 0) {
          const err19 = { instancePath: instancePath + "/monthlyByDate", schemaPath: "#/properties/monthlyByDate/required", keyword: "required", params: { missingProperty: "day" }, message: "must have required property 'day'" };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
        for (const key4 in data8) {
          if (!(key4 === "every" || key4 === "day")) {
            const err20 = { instancePath: instancePath + "/monthlyByDate", schemaPath: "#/properties/monthlyByDate/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data8.every !== void 0) {
          let data9 = data8.every;
          if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
            const err21 = { instancePath: instancePath + "/monthlyByDate/every", schemaPath: "#/properties/monthlyByDate/properties/every/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          if (typeof data9 == "number" && isFinite(data9)) {
            if (data9 > 120 || isNaN(data9)) {
              const err22 = { instancePath: instancePath + "/monthlyByDate/every", schemaPath: "#/properties/monthlyByDate/properties/every/maximum", keyword: "maximum", params: { comparison: "<=", limit: 120 }, message: "must be <= 120" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (data9 < 1 || isNaN(data9)) {
              const err23 = { instancePath: instancePath + "/monthlyByDate/every", schemaPath: "#/properties/monthlyByDate/properties/every/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          }
        }
        if (data8.day !== void 0) {
          let data10 = data8.day;
          const _errs28 = errors;
          let valid8 = false;
          const _errs29 = errors;
          if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
            const err24 = { instancePath: instancePath + "/monthlyByDate/day", schemaPath: "#/properties/monthlyByDate/properties/day/anyOf/0/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
          if (typeof data10 == "number" && isFinite(data10)) {
            if (data10 > 31 || isNaN(data10)) {
              const err25 = { instancePath: instancePath + "/monthlyByDate/day", schemaPath: "#/properties/monthlyByDate/properties/day/anyOf/0/maximum", keyword: "maximum", params: { comparison: "<=", limit: 31 }, message: "must be <= 31" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
            if (data10 < 1 || isNaN(data10)) {
              const err26 = { instancePath: instancePath + "/monthlyByDate/day", schemaPath: "#/properties/monthlyByDate/properties/day/anyOf/0/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          }
          var _valid0 = _errs29 === errors;
          valid8 = valid8 || _valid0;
          if (!valid8) {
            const _errs31 = errors;
            if (typeof data10 !== "string") {
              const err27 = { instancePath: instancePath + "/monthlyByDate/day", schemaPath: "#/properties/monthlyByDate/properties/day/anyOf/1/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            if (!(data10 === "last")) {
              const err28 = { instancePath: instancePath + "/monthlyByDate/day", schemaPath: "#/properties/monthlyByDate/properties/day/anyOf/1/enum", keyword: "enum", params: { allowedValues: schema12.properties.monthlyByDate.properties.day.anyOf[1].enum }, message: "must be equal to one of the allowed values" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            var _valid0 = _errs31 === errors;
            valid8 = valid8 || _valid0;
          }
          if (!valid8) {
            const err29 = { instancePath: instancePath + "/monthlyByDate/day", schemaPath: "#/properties/monthlyByDate/properties/day/anyOf", keyword: "anyOf", params: {}, message: "must match a schema in anyOf" };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          } else {
            errors = _errs28;
            if (vErrors !== null) {
              if (_errs28) {
                vErrors.length = _errs28;
              } else {
                vErrors = null;
              }
            }
          }
        }
      } else {
        const err30 = { instancePath: instancePath + "/monthlyByDate", schemaPath: "#/properties/monthlyByDate/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.monthlyByWeekDay !== void 0) {
      let data11 = data.monthlyByWeekDay;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        if (data11.order === void 0) {
          const err31 = { instancePath: instancePath + "/monthlyByWeekDay", schemaPath: "#/properties/monthlyByWeekDay/required", keyword: "required", params: { missingProperty: "order" }, message: "must have required property 'order'" };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (data11.weekDay === void 0) {
          const err32 = { instancePath: instancePath + "/monthlyByWeekDay", schemaPath: "#/properties/monthlyByWeekDay/required", keyword: "required", params: { missingProperty: "weekDay" }, message: "must have required property 'weekDay'" };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
        for (const key5 in data11) {
          if (!(key5 === "every" || key5 === "order" || key5 === "weekDay" || key5 === "offsetDays")) {
            const err33 = { instancePath: instancePath + "/monthlyByWeekDay", schemaPath: "#/properties/monthlyByWeekDay/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data11.every !== void 0) {
          let data12 = data11.every;
          if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
            const err34 = { instancePath: instancePath + "/monthlyByWeekDay/every", schemaPath: "#/properties/monthlyByWeekDay/properties/every/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
          if (typeof data12 == "number" && isFinite(data12)) {
            if (data12 > 120 || isNaN(data12)) {
              const err35 = { instancePath: instancePath + "/monthlyByWeekDay/every", schemaPath: "#/properties/monthlyByWeekDay/properties/every/maximum", keyword: "maximum", params: { comparison: "<=", limit: 120 }, message: "must be <= 120" };
              if (vErrors === null) {
                vErrors = [err35];
              } else {
                vErrors.push(err35);
              }
              errors++;
            }
            if (data12 < 1 || isNaN(data12)) {
              const err36 = { instancePath: instancePath + "/monthlyByWeekDay/every", schemaPath: "#/properties/monthlyByWeekDay/properties/every/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
          }
        }
        if (data11.order !== void 0) {
          let data13 = data11.order;
          if (typeof data13 !== "string") {
            const err37 = { instancePath: instancePath + "/monthlyByWeekDay/order", schemaPath: "#/properties/monthlyByWeekDay/properties/order/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
          if (!(data13 === "First" || data13 === "Second" || data13 === "Third" || data13 === "Fourth" || data13 === "Last")) {
            const err38 = { instancePath: instancePath + "/monthlyByWeekDay/order", schemaPath: "#/properties/monthlyByWeekDay/properties/order/enum", keyword: "enum", params: { allowedValues: schema12.properties.monthlyByWeekDay.properties.order.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data11.weekDay !== void 0) {
          let data14 = data11.weekDay;
          if (typeof data14 !== "string") {
            const err39 = { instancePath: instancePath + "/monthlyByWeekDay/weekDay", schemaPath: "week-day.json/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
          if (!(data14 === "Sunday" || data14 === "Monday" || data14 === "Tuesday" || data14 === "Wednesday" || data14 === "Thursday" || data14 === "Friday" || data14 === "Saturday")) {
            const err40 = { instancePath: instancePath + "/monthlyByWeekDay/weekDay", schemaPath: "week-day.json/enum", keyword: "enum", params: { allowedValues: schema13.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
        if (data11.offsetDays !== void 0) {
          let data15 = data11.offsetDays;
          if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
            const err41 = { instancePath: instancePath + "/monthlyByWeekDay/offsetDays", schemaPath: "#/properties/monthlyByWeekDay/properties/offsetDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
          if (typeof data15 == "number" && isFinite(data15)) {
            if (data15 > 31 || isNaN(data15)) {
              const err42 = { instancePath: instancePath + "/monthlyByWeekDay/offsetDays", schemaPath: "#/properties/monthlyByWeekDay/properties/offsetDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 31 }, message: "must be <= 31" };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
            if (data15 < -31 || isNaN(data15)) {
              const err43 = { instancePath: instancePath + "/monthlyByWeekDay/offsetDays", schemaPath: "#/properties/monthlyByWeekDay/properties/offsetDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: -31 }, message: "must be >= -31" };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
          }
        }
      } else {
        const err44 = { instancePath: instancePath + "/monthlyByWeekDay", schemaPath: "#/properties/monthlyByWeekDay/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.patchTuesday !== void 0) {
      let data16 = data.patchTuesday;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        for (const key6 in data16) {
          if (!(key6 === "offsetDays")) {
            const err45 = { instancePath: instancePath + "/patchTuesday", schemaPath: "#/properties/patchTuesday/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
        if (data16.offsetDays !== void 0) {
          let data17 = data16.offsetDays;
          if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
            const err46 = { instancePath: instancePath + "/patchTuesday/offsetDays", schemaPath: "#/properties/patchTuesday/properties/offsetDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
          if (typeof data17 == "number" && isFinite(data17)) {
            if (data17 > 31 || isNaN(data17)) {
              const err47 = { instancePath: instancePath + "/patchTuesday/offsetDays", schemaPath: "#/properties/patchTuesday/properties/offsetDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 31 }, message: "must be <= 31" };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
            if (data17 < -31 || isNaN(data17)) {
              const err48 = { instancePath: instancePath + "/patchTuesday/offsetDays", schemaPath: "#/properties/patchTuesday/properties/offsetDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: -31 }, message: "must be >= -31" };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
          }
        }
      } else {
        const err49 = { instancePath: instancePath + "/patchTuesday", schemaPath: "#/properties/patchTuesday/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.interval !== void 0) {
      let data18 = data.interval;
      if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
        for (const key7 in data18) {
          if (!(key7 === "days" || key7 === "hours" || key7 === "minutes")) {
            const err50 = { instancePath: instancePath + "/interval", schemaPath: "time-span.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err50];
            } else {
              vErrors.push(err50);
            }
            errors++;
          }
        }
        if (data18.days !== void 0) {
          let data19 = data18.days;
          if (!(typeof data19 == "number" && (!(data19 % 1) && !isNaN(data19)) && isFinite(data19))) {
            const err51 = { instancePath: instancePath + "/interval/days", schemaPath: "time-span.json/properties/days/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
          if (typeof data19 == "number" && isFinite(data19)) {
            if (data19 > 3650 || isNaN(data19)) {
              const err52 = { instancePath: instancePath + "/interval/days", schemaPath: "time-span.json/properties/days/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 }, message: "must be <= 3650" };
              if (vErrors === null) {
                vErrors = [err52];
              } else {
                vErrors.push(err52);
              }
              errors++;
            }
            if (data19 < 0 || isNaN(data19)) {
              const err53 = { instancePath: instancePath + "/interval/days", schemaPath: "time-span.json/properties/days/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err53];
              } else {
                vErrors.push(err53);
              }
              errors++;
            }
          }
        }
        if (data18.hours !== void 0) {
          let data20 = data18.hours;
          if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
            const err54 = { instancePath: instancePath + "/interval/hours", schemaPath: "time-span.json/properties/hours/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err54];
            } else {
              vErrors.push(err54);
            }
            errors++;
          }
          if (typeof data20 == "number" && isFinite(data20)) {
            if (data20 > 87600 || isNaN(data20)) {
              const err55 = { instancePath: instancePath + "/interval/hours", schemaPath: "time-span.json/properties/hours/maximum", keyword: "maximum", params: { comparison: "<=", limit: 87600 }, message: "must be <= 87600" };
              if (vErrors === null) {
                vErrors = [err55];
              } else {
                vErrors.push(err55);
              }
              errors++;
            }
            if (data20 < 0 || isNaN(data20)) {
              const err56 = { instancePath: instancePath + "/interval/hours", schemaPath: "time-span.json/properties/hours/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err56];
              } else {
                vErrors.push(err56);
              }
              errors++;
            }
          }
        }
        if (data18.minutes !== void 0) {
          let data21 = data18.minutes;
          if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
            const err57 = { instancePath: instancePath + "/interval/minutes", schemaPath: "time-span.json/properties/minutes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
          if (typeof data21 == "number" && isFinite(data21)) {
            if (data21 > 5256e3 || isNaN(data21)) {
              const err58 = { instancePath: instancePath + "/interval/minutes", schemaPath: "time-span.json/properties/minutes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 5256e3 }, message: "must be <= 5256000" };
              if (vErrors === null) {
                vErrors = [err58];
              } else {
                vErrors.push(err58);
              }
              errors++;
            }
            if (data21 < 0 || isNaN(data21)) {
              const err59 = { instancePath: instancePath + "/interval/minutes", schemaPath: "time-span.json/properties/minutes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err59];
              } else {
                vErrors.push(err59);
              }
              errors++;
            }
          }
        }
      } else {
        const err60 = { instancePath: instancePath + "/interval", schemaPath: "time-span.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err60];
        } else {
          vErrors.push(err60);
        }
        errors++;
      }
    }
    if (data.cron !== void 0) {
      let data22 = data.cron;
      if (typeof data22 === "string") {
        if (func3(data22) > 200) {
          const err61 = { instancePath: instancePath + "/cron", schemaPath: "#/properties/cron/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
          if (vErrors === null) {
            vErrors = [err61];
          } else {
            vErrors.push(err61);
          }
          errors++;
        }
        if (func3(data22) < 1) {
          const err62 = { instancePath: instancePath + "/cron", schemaPath: "#/properties/cron/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err62];
          } else {
            vErrors.push(err62);
          }
          errors++;
        }
      } else {
        const err63 = { instancePath: instancePath + "/cron", schemaPath: "#/properties/cron/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err63];
        } else {
          vErrors.push(err63);
        }
        errors++;
      }
    }
    if (data.duration !== void 0) {
      let data23 = data.duration;
      if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
        for (const key8 in data23) {
          if (!(key8 === "days" || key8 === "hours" || key8 === "minutes")) {
            const err64 = { instancePath: instancePath + "/duration", schemaPath: "time-span.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err64];
            } else {
              vErrors.push(err64);
            }
            errors++;
          }
        }
        if (data23.days !== void 0) {
          let data24 = data23.days;
          if (!(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24)) && isFinite(data24))) {
            const err65 = { instancePath: instancePath + "/duration/days", schemaPath: "time-span.json/properties/days/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err65];
            } else {
              vErrors.push(err65);
            }
            errors++;
          }
          if (typeof data24 == "number" && isFinite(data24)) {
            if (data24 > 3650 || isNaN(data24)) {
              const err66 = { instancePath: instancePath + "/duration/days", schemaPath: "time-span.json/properties/days/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3650 }, message: "must be <= 3650" };
              if (vErrors === null) {
                vErrors = [err66];
              } else {
                vErrors.push(err66);
              }
              errors++;
            }
            if (data24 < 0 || isNaN(data24)) {
              const err67 = { instancePath: instancePath + "/duration/days", schemaPath: "time-span.json/properties/days/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err67];
              } else {
                vErrors.push(err67);
              }
              errors++;
            }
          }
        }
        if (data23.hours !== void 0) {
          let data25 = data23.hours;
          if (!(typeof data25 == "number" && (!(data25 % 1) && !isNaN(data25)) && isFinite(data25))) {
            const err68 = { instancePath: instancePath + "/duration/hours", schemaPath: "time-span.json/properties/hours/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err68];
            } else {
              vErrors.push(err68);
            }
            errors++;
          }
          if (typeof data25 == "number" && isFinite(data25)) {
            if (data25 > 87600 || isNaN(data25)) {
              const err69 = { instancePath: instancePath + "/duration/hours", schemaPath: "time-span.json/properties/hours/maximum", keyword: "maximum", params: { comparison: "<=", limit: 87600 }, message: "must be <= 87600" };
              if (vErrors === null) {
                vErrors = [err69];
              } else {
                vErrors.push(err69);
              }
              errors++;
            }
            if (data25 < 0 || isNaN(data25)) {
              const err70 = { instancePath: instancePath + "/duration/hours", schemaPath: "time-span.json/properties/hours/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err70];
              } else {
                vErrors.push(err70);
              }
              errors++;
            }
          }
        }
        if (data23.minutes !== void 0) {
          let data26 = data23.minutes;
          if (!(typeof data26 == "number" && (!(data26 % 1) && !isNaN(data26)) && isFinite(data26))) {
            const err71 = { instancePath: instancePath + "/duration/minutes", schemaPath: "time-span.json/properties/minutes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err71];
            } else {
              vErrors.push(err71);
            }
            errors++;
          }
          if (typeof data26 == "number" && isFinite(data26)) {
            if (data26 > 5256e3 || isNaN(data26)) {
              const err72 = { instancePath: instancePath + "/duration/minutes", schemaPath: "time-span.json/properties/minutes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 5256e3 }, message: "must be <= 5256000" };
              if (vErrors === null) {
                vErrors = [err72];
              } else {
                vErrors.push(err72);
              }
              errors++;
            }
            if (data26 < 0 || isNaN(data26)) {
              const err73 = { instancePath: instancePath + "/duration/minutes", schemaPath: "time-span.json/properties/minutes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err73];
              } else {
                vErrors.push(err73);
              }
              errors++;
            }
          }
        }
      } else {
        const err74 = { instancePath: instancePath + "/duration", schemaPath: "time-span.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err74];
        } else {
          vErrors.push(err74);
        }
        errors++;
      }
    }
    if (data.start !== void 0) {
      if (typeof data.start !== "string") {
        const err75 = { instancePath: instancePath + "/start", schemaPath: "#/properties/start/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err75];
        } else {
          vErrors.push(err75);
        }
        errors++;
      }
    }
    if (data.timeZone !== void 0) {
      let data28 = data.timeZone;
      if (typeof data28 === "string") {
        if (func3(data28) > 100) {
          const err76 = { instancePath: instancePath + "/timeZone", schemaPath: "#/properties/timeZone/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
          if (vErrors === null) {
            vErrors = [err76];
          } else {
            vErrors.push(err76);
          }
          errors++;
        }
        if (func3(data28) < 1) {
          const err77 = { instancePath: instancePath + "/timeZone", schemaPath: "#/properties/timeZone/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err77];
          } else {
            vErrors.push(err77);
          }
          errors++;
        }
      } else {
        const err78 = { instancePath: instancePath + "/timeZone", schemaPath: "#/properties/timeZone/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err78];
        } else {
          vErrors.push(err78);
        }
        errors++;
      }
    }
    if (data.from !== void 0) {
      if (typeof data.from !== "string") {
        const err79 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err79];
        } else {
          vErrors.push(err79);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      if (typeof data.until !== "string") {
        const err80 = { instancePath: instancePath + "/until", schemaPath: "#/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err80];
        } else {
          vErrors.push(err80);
        }
        errors++;
      }
    }
    if (data.window !== void 0) {
      let data31 = data.window;
      if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
        if (data31.start === void 0) {
          const err81 = { instancePath: instancePath + "/window", schemaPath: "#/properties/window/required", keyword: "required", params: { missingProperty: "start" }, message: "must have required property 'start'" };
          if (vErrors === null) {
            vErrors = [err81];
          } else {
            vErrors.push(err81);
          }
          errors++;
        }
        if (data31.minutes === void 0) {
          const err82 = { instancePath: instancePath + "/window", schemaPath: "#/properties/window/required", keyword: "required", params: { missingProperty: "minutes" }, message: "must have required property 'minutes'" };
          if (vErrors === null) {
            vErrors = [err82];
          } else {
            vErrors.push(err82);
          }
          errors++;
        }
        for (const key9 in data31) {
          if (!(key9 === "weekDays" || key9 === "start" || key9 === "minutes")) {
            const err83 = { instancePath: instancePath + "/window", schemaPath: "#/properties/window/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err83];
            } else {
              vErrors.push(err83);
            }
            errors++;
          }
        }
        if (data31.weekDays !== void 0) {
          let data32 = data31.weekDays;
          if (Array.isArray(data32)) {
            const len1 = data32.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data33 = data32[i1];
              if (typeof data33 !== "string") {
                const err84 = { instancePath: instancePath + "/window/weekDays/" + i1, schemaPath: "week-day.json/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err84];
                } else {
                  vErrors.push(err84);
                }
                errors++;
              }
              if (!(data33 === "Sunday" || data33 === "Monday" || data33 === "Tuesday" || data33 === "Wednesday" || data33 === "Thursday" || data33 === "Friday" || data33 === "Saturday")) {
                const err85 = { instancePath: instancePath + "/window/weekDays/" + i1, schemaPath: "week-day.json/enum", keyword: "enum", params: { allowedValues: schema13.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err85];
                } else {
                  vErrors.push(err85);
                }
                errors++;
              }
            }
          } else {
            const err86 = { instancePath: instancePath + "/window/weekDays", schemaPath: "#/properties/window/properties/weekDays/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err86];
            } else {
              vErrors.push(err86);
            }
            errors++;
          }
        }
        if (data31.start !== void 0) {
          if (typeof data31.start !== "string") {
            const err87 = { instancePath: instancePath + "/window/start", schemaPath: "#/properties/window/properties/start/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err87];
            } else {
              vErrors.push(err87);
            }
            errors++;
          }
        }
        if (data31.minutes !== void 0) {
          let data35 = data31.minutes;
          if (!(typeof data35 == "number" && (!(data35 % 1) && !isNaN(data35)) && isFinite(data35))) {
            const err88 = { instancePath: instancePath + "/window/minutes", schemaPath: "#/properties/window/properties/minutes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err88];
            } else {
              vErrors.push(err88);
            }
            errors++;
          }
          if (typeof data35 == "number" && isFinite(data35)) {
            if (data35 > 1440 || isNaN(data35)) {
              const err89 = { instancePath: instancePath + "/window/minutes", schemaPath: "#/properties/window/properties/minutes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1440 }, message: "must be <= 1440" };
              if (vErrors === null) {
                vErrors = [err89];
              } else {
                vErrors.push(err89);
              }
              errors++;
            }
            if (data35 < 1 || isNaN(data35)) {
              const err90 = { instancePath: instancePath + "/window/minutes", schemaPath: "#/properties/window/properties/minutes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err90];
              } else {
                vErrors.push(err90);
              }
              errors++;
            }
          }
        }
      } else {
        const err91 = { instancePath: instancePath + "/window", schemaPath: "#/properties/window/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err91];
        } else {
          vErrors.push(err91);
        }
        errors++;
      }
    }
    if (data.missedRun !== void 0) {
      let data36 = data.missedRun;
      if (typeof data36 !== "string") {
        const err92 = { instancePath: instancePath + "/missedRun", schemaPath: "#/properties/missedRun/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err92];
        } else {
          vErrors.push(err92);
        }
        errors++;
      }
      if (!(data36 === "RunLate" || data36 === "Skip" || data36 === "NextWindow")) {
        const err93 = { instancePath: instancePath + "/missedRun", schemaPath: "#/properties/missedRun/enum", keyword: "enum", params: { allowedValues: schema12.properties.missedRun.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err93];
        } else {
          vErrors.push(err93);
        }
        errors++;
      }
    }
    if (data.jitterMinutes !== void 0) {
      let data37 = data.jitterMinutes;
      if (!(typeof data37 == "number" && (!(data37 % 1) && !isNaN(data37)) && isFinite(data37))) {
        const err94 = { instancePath: instancePath + "/jitterMinutes", schemaPath: "#/properties/jitterMinutes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        if (vErrors === null) {
          vErrors = [err94];
        } else {
          vErrors.push(err94);
        }
        errors++;
      }
      if (typeof data37 == "number" && isFinite(data37)) {
        if (data37 > 1440 || isNaN(data37)) {
          const err95 = { instancePath: instancePath + "/jitterMinutes", schemaPath: "#/properties/jitterMinutes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1440 }, message: "must be <= 1440" };
          if (vErrors === null) {
            vErrors = [err95];
          } else {
            vErrors.push(err95);
          }
          errors++;
        }
        if (data37 < 0 || isNaN(data37)) {
          const err96 = { instancePath: instancePath + "/jitterMinutes", schemaPath: "#/properties/jitterMinutes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
          if (vErrors === null) {
            vErrors = [err96];
          } else {
            vErrors.push(err96);
          }
          errors++;
        }
      }
    }
  } else {
    const err97 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err97];
    } else {
      vErrors.push(err97);
    }
    errors++;
  }
  validate11.errors = vErrors;
  return errors === 0;
}
var pattern0 = new RegExp("^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$", "u");
var pattern1 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(?:~[A-Za-z0-9._-]{0,40}){3}~(?:[0-9]{1,5}(?:\\.[0-9]{1,5}){0,3})?$", "u");
var pattern2 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.scheduleId === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "scheduleId" }, message: "must have required property 'scheduleId'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.scheduleId !== void 0) {
      let data0 = data.scheduleId;
      if (typeof data0 === "string") {
        if (func3(data0) < 1) {
          const err2 = { instancePath: instancePath + "/scheduleId", schemaPath: "#/properties/scheduleId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/scheduleId", schemaPath: "#/properties/scheduleId/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data1 = data.name;
      if (typeof data1 === "string") {
        if (func3(data1) > 50) {
          const err4 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      let data2 = data.description;
      if (typeof data2 === "string") {
        if (func3(data2) > 127) {
          const err6 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/maxLength", keyword: "maxLength", params: { limit: 127 }, message: "must NOT have more than 127 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.updates !== void 0) {
      let data3 = data.updates;
      if (Array.isArray(data3)) {
        if (data3.length < 1) {
          const err8 = { instancePath: instancePath + "/updates", schemaPath: "#/properties/updates/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data4 = data3[i0];
          if (typeof data4 === "string") {
            if (func3(data4) < 1) {
              const err9 = { instancePath: instancePath + "/updates/" + i0, schemaPath: "#/properties/updates/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/updates/" + i0, schemaPath: "#/properties/updates/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/updates", schemaPath: "#/properties/updates/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.latest !== void 0) {
      let data5 = data.latest;
      if (typeof data5 !== "boolean") {
        const err12 = { instancePath: instancePath + "/latest", schemaPath: "#/properties/latest/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (true !== data5) {
        const err13 = { instancePath: instancePath + "/latest", schemaPath: "#/properties/latest/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.rule !== void 0) {
      let data6 = data.rule;
      if (typeof data6 === "string") {
        if (func3(data6) < 1) {
          const err14 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/rule", schemaPath: "#/properties/rule/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.at !== void 0) {
      if (typeof data.at !== "string") {
        const err16 = { instancePath: instancePath + "/at", schemaPath: "#/properties/at/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.schedule !== void 0) {
      if (!validate11(data.schedule, { instancePath: instancePath + "/schedule", parentData: data, parentDataProperty: "schedule", rootData })) {
        vErrors = vErrors === null ? validate11.errors : vErrors.concat(validate11.errors);
        errors = vErrors.length;
      }
    }
    if (data.enabled !== void 0) {
      if (typeof data.enabled !== "boolean") {
        const err17 = { instancePath: instancePath + "/enabled", schemaPath: "#/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.continueOnError !== void 0) {
      if (typeof data.continueOnError !== "boolean") {
        const err18 = { instancePath: instancePath + "/continueOnError", schemaPath: "#/properties/continueOnError/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.removeSupersededUpdates !== void 0) {
      if (typeof data.removeSupersededUpdates !== "boolean") {
        const err19 = { instancePath: instancePath + "/removeSupersededUpdates", schemaPath: "#/properties/removeSupersededUpdates/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.cleanupWhenPending !== void 0) {
      let data12 = data.cleanupWhenPending;
      if (!(data12 === "fail" || data12 === "skip")) {
        const err20 = { instancePath: instancePath + "/cleanupWhenPending", schemaPath: "#/properties/cleanupWhenPending/enum", keyword: "enum", params: { allowedValues: schema11.properties.cleanupWhenPending.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.languages !== void 0) {
      let data13 = data.languages;
      if (Array.isArray(data13)) {
        const len1 = data13.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data14 = data13[i1];
          if (typeof data14 === "string") {
            if (!pattern0.test(data14)) {
              const err21 = { instancePath: instancePath + "/languages/" + i1, schemaPath: "#/properties/languages/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$" }, message: 'must match pattern "^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$"' };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
          } else {
            const err22 = { instancePath: instancePath + "/languages/" + i1, schemaPath: "#/properties/languages/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/languages", schemaPath: "#/properties/languages/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.capabilities !== void 0) {
      let data15 = data.capabilities;
      if (Array.isArray(data15)) {
        const len2 = data15.length;
        for (let i2 = 0; i2 < len2; i2++) {
          let data16 = data15[i2];
          if (typeof data16 === "string") {
            if (!pattern1.test(data16)) {
              const err24 = { instancePath: instancePath + "/capabilities/" + i2, schemaPath: "#/properties/capabilities/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(?:~[A-Za-z0-9._-]{0,40}){3}~(?:[0-9]{1,5}(?:\\.[0-9]{1,5}){0,3})?$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._+-]{0,99}(?:~[A-Za-z0-9._-]{0,40}){3}~(?:[0-9]{1,5}(?:\\.[0-9]{1,5}){0,3})?$"' };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = { instancePath: instancePath + "/capabilities/" + i2, schemaPath: "#/properties/capabilities/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
      } else {
        const err26 = { instancePath: instancePath + "/capabilities", schemaPath: "#/properties/capabilities/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.capabilitySources !== void 0) {
      let data17 = data.capabilitySources;
      if (Array.isArray(data17)) {
        const len3 = data17.length;
        for (let i3 = 0; i3 < len3; i3++) {
          let data18 = data17[i3];
          if (typeof data18 === "string") {
            if (func3(data18) < 1) {
              const err27 = { instancePath: instancePath + "/capabilitySources/" + i3, schemaPath: "#/properties/capabilitySources/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = { instancePath: instancePath + "/capabilitySources/" + i3, schemaPath: "#/properties/capabilitySources/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
      } else {
        const err29 = { instancePath: instancePath + "/capabilitySources", schemaPath: "#/properties/capabilitySources/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
    if (data.features !== void 0) {
      let data19 = data.features;
      if (Array.isArray(data19)) {
        const len4 = data19.length;
        for (let i4 = 0; i4 < len4; i4++) {
          let data20 = data19[i4];
          if (typeof data20 === "string") {
            if (!pattern2.test(data20)) {
              const err30 = { instancePath: instancePath + "/features/" + i4, schemaPath: "#/properties/features/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$"' };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = { instancePath: instancePath + "/features/" + i4, schemaPath: "#/properties/features/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
      } else {
        const err32 = { instancePath: instancePath + "/features", schemaPath: "#/properties/features/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err32];
        } else {
          vErrors.push(err32);
        }
        errors++;
      }
    }
    if (data.featureSource !== void 0) {
      let data21 = data.featureSource;
      if (typeof data21 === "string") {
        if (func3(data21) < 1) {
          const err33 = { instancePath: instancePath + "/featureSource", schemaPath: "#/properties/featureSource/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err33];
          } else {
            vErrors.push(err33);
          }
          errors++;
        }
      } else {
        const err34 = { instancePath: instancePath + "/featureSource", schemaPath: "#/properties/featureSource/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.driverFolder !== void 0) {
      let data22 = data.driverFolder;
      if (typeof data22 === "string") {
        if (func3(data22) < 1) {
          const err35 = { instancePath: instancePath + "/driverFolder", schemaPath: "#/properties/driverFolder/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err35];
          } else {
            vErrors.push(err35);
          }
          errors++;
        }
      } else {
        const err36 = { instancePath: instancePath + "/driverFolder", schemaPath: "#/properties/driverFolder/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
    }
    if (data.strict !== void 0) {
      if (typeof data.strict !== "boolean") {
        const err37 = { instancePath: instancePath + "/strict", schemaPath: "#/properties/strict/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.forceUnsigned !== void 0) {
      if (typeof data.forceUnsigned !== "boolean") {
        const err38 = { instancePath: instancePath + "/forceUnsigned", schemaPath: "#/properties/forceUnsigned/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.includeDotNet !== void 0) {
      if (typeof data.includeDotNet !== "boolean") {
        const err39 = { instancePath: instancePath + "/includeDotNet", schemaPath: "#/properties/includeDotNet/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.includeWinRE !== void 0) {
      if (typeof data.includeWinRE !== "boolean") {
        const err40 = { instancePath: instancePath + "/includeWinRE", schemaPath: "#/properties/includeWinRE/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.includeBootImage !== void 0) {
      if (typeof data.includeBootImage !== "boolean") {
        const err41 = { instancePath: instancePath + "/includeBootImage", schemaPath: "#/properties/includeBootImage/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
    }
    if (data.includeSetup !== void 0) {
      if (typeof data.includeSetup !== "boolean") {
        const err42 = { instancePath: instancePath + "/includeSetup", schemaPath: "#/properties/includeSetup/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.profile !== void 0) {
      let data29 = data.profile;
      if (!(data29 === "image" || data29 === "upgrade-folder" || data29 === "media")) {
        const err43 = { instancePath: instancePath + "/profile", schemaPath: "#/properties/profile/enum", keyword: "enum", params: { allowedValues: schema11.properties.profile.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
    }
    if (data.updateBootManager !== void 0) {
      if (!(data.updateBootManager === "2023")) {
        const err44 = { instancePath: instancePath + "/updateBootManager", schemaPath: "#/properties/updateBootManager/enum", keyword: "enum", params: { allowedValues: schema11.properties.updateBootManager.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.updateDistributionPoint !== void 0) {
      if (typeof data.updateDistributionPoint !== "boolean") {
        const err45 = { instancePath: instancePath + "/updateDistributionPoint", schemaPath: "#/properties/updateDistributionPoint/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
    if (data.indexes !== void 0) {
      let data32 = data.indexes;
      if (Array.isArray(data32)) {
        const len5 = data32.length;
        for (let i5 = 0; i5 < len5; i5++) {
          let data33 = data32[i5];
          if (!(typeof data33 == "number" && (!(data33 % 1) && !isNaN(data33)) && isFinite(data33))) {
            const err46 = { instancePath: instancePath + "/indexes/" + i5, schemaPath: "#/properties/indexes/items/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
          if (typeof data33 == "number" && isFinite(data33)) {
            if (data33 < 1 || isNaN(data33)) {
              const err47 = { instancePath: instancePath + "/indexes/" + i5, schemaPath: "#/properties/indexes/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err47];
              } else {
                vErrors.push(err47);
              }
              errors++;
            }
          }
        }
      } else {
        const err48 = { instancePath: instancePath + "/indexes", schemaPath: "#/properties/indexes/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.syncBeforeRun !== void 0) {
      if (typeof data.syncBeforeRun !== "boolean") {
        const err49 = { instancePath: instancePath + "/syncBeforeRun", schemaPath: "#/properties/syncBeforeRun/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.downloadContent !== void 0) {
      if (typeof data.downloadContent !== "boolean") {
        const err50 = { instancePath: instancePath + "/downloadContent", schemaPath: "#/properties/downloadContent/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
    }
    if (data.reset !== void 0) {
      let data36 = data.reset;
      if (Array.isArray(data36)) {
        const len6 = data36.length;
        for (let i6 = 0; i6 < len6; i6++) {
          let data37 = data36[i6];
          if (!(data37 === "cleanupWhenPending" || data37 === "downloadContent" || data37 === "driverFolder" || data37 === "featureSource" || data37 === "includeDotNet" || data37 === "syncBeforeRun" || data37 === "updateBootManager")) {
            const err51 = { instancePath: instancePath + "/reset/" + i6, schemaPath: "#/properties/reset/items/enum", keyword: "enum", params: { allowedValues: schema11.properties.reset.items.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
        }
      } else {
        const err52 = { instancePath: instancePath + "/reset", schemaPath: "#/properties/reset/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.maintenance !== void 0) {
      let data38 = data.maintenance;
      if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
        for (const key1 in data38) {
          if (!(key1 === "part" || key1 === "declineRule" || key1 === "contentOlderThan" || key1 === "contentMaximumSize" || key1 === "retainDays" || key1 === "retainBytes" || key1 === "retainVersion")) {
            const err53 = { instancePath: instancePath + "/maintenance", schemaPath: "maintenance.json/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err53];
            } else {
              vErrors.push(err53);
            }
            errors++;
          }
        }
        if (data38.part !== void 0) {
          let data39 = data38.part;
          if (Array.isArray(data39)) {
            if (data39.length < 1) {
              const err54 = { instancePath: instancePath + "/maintenance/part", schemaPath: "maintenance.json/properties/part/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err54];
              } else {
                vErrors.push(err54);
              }
              errors++;
            }
            const len7 = data39.length;
            for (let i7 = 0; i7 < len7; i7++) {
              let data40 = data39[i7];
              if (!(data40 === "decline" || data40 === "content" || data40 === "versions" || data40 === "database")) {
                const err55 = { instancePath: instancePath + "/maintenance/part/" + i7, schemaPath: "maintenance.json/properties/part/items/enum", keyword: "enum", params: { allowedValues: schema18.properties.part.items.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err55];
                } else {
                  vErrors.push(err55);
                }
                errors++;
              }
            }
          } else {
            const err56 = { instancePath: instancePath + "/maintenance/part", schemaPath: "maintenance.json/properties/part/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err56];
            } else {
              vErrors.push(err56);
            }
            errors++;
          }
        }
        if (data38.declineRule !== void 0) {
          let data41 = data38.declineRule;
          if (Array.isArray(data41)) {
            if (data41.length < 1) {
              const err57 = { instancePath: instancePath + "/maintenance/declineRule", schemaPath: "maintenance.json/properties/declineRule/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err57];
              } else {
                vErrors.push(err57);
              }
              errors++;
            }
            const len8 = data41.length;
            for (let i8 = 0; i8 < len8; i8++) {
              let data42 = data41[i8];
              if (typeof data42 !== "string") {
                const err58 = { instancePath: instancePath + "/maintenance/declineRule/" + i8, schemaPath: "maintenance.json/properties/declineRule/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
              if (!(data42 === "superseded" || data42 === "expired" || data42 === "itanium" || data42 === "arm" || data42 === "beta" || data42 === "preview" || data42 === "unused-release")) {
                const err59 = { instancePath: instancePath + "/maintenance/declineRule/" + i8, schemaPath: "maintenance.json/properties/declineRule/items/enum", keyword: "enum", params: { allowedValues: schema18.properties.declineRule.items.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err59];
                } else {
                  vErrors.push(err59);
                }
                errors++;
              }
            }
          } else {
            const err60 = { instancePath: instancePath + "/maintenance/declineRule", schemaPath: "maintenance.json/properties/declineRule/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err60];
            } else {
              vErrors.push(err60);
            }
            errors++;
          }
        }
        if (data38.contentOlderThan !== void 0) {
          let data43 = data38.contentOlderThan;
          if (!(typeof data43 == "number" && (!(data43 % 1) && !isNaN(data43)) && isFinite(data43))) {
            const err61 = { instancePath: instancePath + "/maintenance/contentOlderThan", schemaPath: "maintenance.json/properties/contentOlderThan/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
          if (typeof data43 == "number" && isFinite(data43)) {
            if (data43 > 36500 || isNaN(data43)) {
              const err62 = { instancePath: instancePath + "/maintenance/contentOlderThan", schemaPath: "maintenance.json/properties/contentOlderThan/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36500 }, message: "must be <= 36500" };
              if (vErrors === null) {
                vErrors = [err62];
              } else {
                vErrors.push(err62);
              }
              errors++;
            }
            if (data43 < 1 || isNaN(data43)) {
              const err63 = { instancePath: instancePath + "/maintenance/contentOlderThan", schemaPath: "maintenance.json/properties/contentOlderThan/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err63];
              } else {
                vErrors.push(err63);
              }
              errors++;
            }
          }
        }
        if (data38.contentMaximumSize !== void 0) {
          let data44 = data38.contentMaximumSize;
          if (!(typeof data44 == "number" && (!(data44 % 1) && !isNaN(data44)) && isFinite(data44))) {
            const err64 = { instancePath: instancePath + "/maintenance/contentMaximumSize", schemaPath: "maintenance.json/properties/contentMaximumSize/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err64];
            } else {
              vErrors.push(err64);
            }
            errors++;
          }
          if (typeof data44 == "number" && isFinite(data44)) {
            if (data44 < 0 || isNaN(data44)) {
              const err65 = { instancePath: instancePath + "/maintenance/contentMaximumSize", schemaPath: "maintenance.json/properties/contentMaximumSize/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err65];
              } else {
                vErrors.push(err65);
              }
              errors++;
            }
          }
        }
        if (data38.retainDays !== void 0) {
          let data45 = data38.retainDays;
          if (!(typeof data45 == "number" && (!(data45 % 1) && !isNaN(data45)) && isFinite(data45))) {
            const err66 = { instancePath: instancePath + "/maintenance/retainDays", schemaPath: "maintenance.json/properties/retainDays/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err66];
            } else {
              vErrors.push(err66);
            }
            errors++;
          }
          if (typeof data45 == "number" && isFinite(data45)) {
            if (data45 > 36500 || isNaN(data45)) {
              const err67 = { instancePath: instancePath + "/maintenance/retainDays", schemaPath: "maintenance.json/properties/retainDays/maximum", keyword: "maximum", params: { comparison: "<=", limit: 36500 }, message: "must be <= 36500" };
              if (vErrors === null) {
                vErrors = [err67];
              } else {
                vErrors.push(err67);
              }
              errors++;
            }
            if (data45 < 0 || isNaN(data45)) {
              const err68 = { instancePath: instancePath + "/maintenance/retainDays", schemaPath: "maintenance.json/properties/retainDays/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err68];
              } else {
                vErrors.push(err68);
              }
              errors++;
            }
          }
        }
        if (data38.retainBytes !== void 0) {
          let data46 = data38.retainBytes;
          if (!(typeof data46 == "number" && (!(data46 % 1) && !isNaN(data46)) && isFinite(data46))) {
            const err69 = { instancePath: instancePath + "/maintenance/retainBytes", schemaPath: "maintenance.json/properties/retainBytes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err69];
            } else {
              vErrors.push(err69);
            }
            errors++;
          }
          if (typeof data46 == "number" && isFinite(data46)) {
            if (data46 < 0 || isNaN(data46)) {
              const err70 = { instancePath: instancePath + "/maintenance/retainBytes", schemaPath: "maintenance.json/properties/retainBytes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err70];
              } else {
                vErrors.push(err70);
              }
              errors++;
            }
          }
        }
        if (data38.retainVersion !== void 0) {
          let data47 = data38.retainVersion;
          if (!(typeof data47 == "number" && (!(data47 % 1) && !isNaN(data47)) && isFinite(data47))) {
            const err71 = { instancePath: instancePath + "/maintenance/retainVersion", schemaPath: "maintenance.json/properties/retainVersion/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err71];
            } else {
              vErrors.push(err71);
            }
            errors++;
          }
          if (typeof data47 == "number" && isFinite(data47)) {
            if (data47 > 1e3 || isNaN(data47)) {
              const err72 = { instancePath: instancePath + "/maintenance/retainVersion", schemaPath: "maintenance.json/properties/retainVersion/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e3 }, message: "must be <= 1000" };
              if (vErrors === null) {
                vErrors = [err72];
              } else {
                vErrors.push(err72);
              }
              errors++;
            }
            if (data47 < 0 || isNaN(data47)) {
              const err73 = { instancePath: instancePath + "/maintenance/retainVersion", schemaPath: "maintenance.json/properties/retainVersion/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err73];
              } else {
                vErrors.push(err73);
              }
              errors++;
            }
          }
        }
      } else {
        const err74 = { instancePath: instancePath + "/maintenance", schemaPath: "maintenance.json/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err74];
        } else {
          vErrors.push(err74);
        }
        errors++;
      }
    }
  } else {
    const err75 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err75];
    } else {
      vErrors.push(err75);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  scheduleSet
};

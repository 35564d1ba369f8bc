// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:task.register.request
var taskRegister = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/task.register.request.json", "description": "Has the system start workers for this site, or keep a distribution point served: Windows Task Scheduler, or a timer of systemd. Registered again, the same task is changed.", "type": "object", "properties": { "name": { "description": "Name of the task. Default: ImgUpdate, or ImgUpdate-serve- and the name of the distribution point.", "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$" }, "account": { "description": "Windows: account that the worker runs as, without a password: SYSTEM, a group managed service account (its name ends with $), or a user, who then reaches no other machine. systemd, scope System: the user of the service.", "type": "string", "minLength": 1, "maxLength": 256 }, "scope": { "description": "systemd: System for the machine (needs root), User for this user. Default: what this user may do.", "type": "string", "enum": ["System", "User"] }, "repetitionMinutes": { "description": "Minutes between two looks at what is due, or whether what is to be served still is. An occurrence is missed after ten.", "type": "integer", "minimum": 1, "maximum": 1440, "default": 5 }, "wakeComputer": { "description": "Wake the computer when a schedule is due.", "type": "boolean", "default": true }, "serve": { "description": "Name of a distribution point of the kind http that is kept served instead: started with the computer, and again when it ended.", "type": "string", "minLength": 1, "maxLength": 100 }, "token": { "description": "With serve: bearer token that clients must send, instead of that of the distribution point: the name of a secret of SecretManagement that the account of the task can read, or of an environment variable of the task, which has none of yours. The token itself is stored nowhere.", "type": "object", "properties": { "environment": { "description": "Name of an environment variable.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_()]{0,254}$" }, "secret": { "description": "Name of a secret of PowerShell SecretManagement.", "type": "string", "minLength": 1, "maxLength": 255 }, "vault": { "description": "Vault of the secret; left out: as SecretManagement decides.", "type": "string", "minLength": 1, "maxLength": 255 } }, "additionalProperties": false, "minProperties": 1 } }, "additionalProperties": false };
var pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$", "u");
var pattern1 = new RegExp("^[A-Za-z_][A-Za-z0-9_()]{0,254}$", "u");
var func2 = require_ucs2length().default;
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.repetitionMinutes === void 0) {
      data.repetitionMinutes = 5;
    }
    if (data.wakeComputer === void 0) {
      data.wakeComputer = true;
    }
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "account" || key0 === "scope" || key0 === "repetitionMinutes" || key0 === "wakeComputer" || key0 === "serve" || key0 === "token")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern0.test(data0)) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$"' };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.account !== void 0) {
      let data1 = data.account;
      if (typeof data1 === "string") {
        if (func2(data1) > 256) {
          const err3 = { instancePath: instancePath + "/account", schemaPath: "#/properties/account/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func2(data1) < 1) {
          const err4 = { instancePath: instancePath + "/account", schemaPath: "#/properties/account/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/account", schemaPath: "#/properties/account/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.scope !== void 0) {
      let data2 = data.scope;
      if (typeof data2 !== "string") {
        const err6 = { instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (!(data2 === "System" || data2 === "User")) {
        const err7 = { instancePath: instancePath + "/scope", schemaPath: "#/properties/scope/enum", keyword: "enum", params: { allowedValues: schema11.properties.scope.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    let data3 = data.repetitionMinutes;
    if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
      const err8 = { instancePath: instancePath + "/repetitionMinutes", schemaPath: "#/properties/repetitionMinutes/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (typeof data3 == "number" && isFinite(data3)) {
      if (data3 > 1440 || isNaN(data3)) {
        const err9 = { instancePath: instancePath + "/repetitionMinutes", schemaPath: "#/properties/repetitionMinutes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1440 }, message: "must be <= 1440" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      if (data3 < 1 || isNaN(data3)) {
        const err10 = { instancePath: instancePath + "/repetitionMinutes", schemaPath: "#/properties/repetitionMinutes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (typeof data.wakeComputer !== "boolean") {
      const err11 = { instancePath: instancePath + "/wakeComputer", schemaPath: "#/properties/wakeComputer/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      if (vErrors === null) {
        vErrors = [err11];
      } else {
        vErrors.push(err11);
      }
      errors++;
    }
    if (data.serve !== void 0) {
      let data5 = data.serve;
      if (typeof data5 === "string") {
        if (func2(data5) > 100) {
          const err12 = { instancePath: instancePath + "/serve", schemaPath: "#/properties/serve/maxLength", keyword: "maxLength", params: { limit: 100 }, message: "must NOT have more than 100 characters" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (func2(data5) < 1) {
          const err13 = { instancePath: instancePath + "/serve", schemaPath: "#/properties/serve/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/serve", schemaPath: "#/properties/serve/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.token !== void 0) {
      let data6 = data.token;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (Object.keys(data6).length < 1) {
          const err15 = { instancePath: instancePath + "/token", schemaPath: "#/properties/token/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        for (const key1 in data6) {
          if (!(key1 === "environment" || key1 === "secret" || key1 === "vault")) {
            const err16 = { instancePath: instancePath + "/token", schemaPath: "#/properties/token/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data6.environment !== void 0) {
          let data7 = data6.environment;
          if (typeof data7 === "string") {
            if (!pattern1.test(data7)) {
              const err17 = { instancePath: instancePath + "/token/environment", schemaPath: "#/properties/token/properties/environment/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_()]{0,254}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_()]{0,254}$"' };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/token/environment", schemaPath: "#/properties/token/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data6.secret !== void 0) {
          let data8 = data6.secret;
          if (typeof data8 === "string") {
            if (func2(data8) > 255) {
              const err19 = { instancePath: instancePath + "/token/secret", schemaPath: "#/properties/token/properties/secret/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            if (func2(data8) < 1) {
              const err20 = { instancePath: instancePath + "/token/secret", schemaPath: "#/properties/token/properties/secret/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/token/secret", schemaPath: "#/properties/token/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data6.vault !== void 0) {
          let data9 = data6.vault;
          if (typeof data9 === "string") {
            if (func2(data9) > 255) {
              const err22 = { instancePath: instancePath + "/token/vault", schemaPath: "#/properties/token/properties/vault/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
            if (func2(data9) < 1) {
              const err23 = { instancePath: instancePath + "/token/vault", schemaPath: "#/properties/token/properties/vault/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
          } else {
            const err24 = { instancePath: instancePath + "/token/vault", schemaPath: "#/properties/token/properties/vault/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/token", schemaPath: "#/properties/token/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
  } else {
    const err26 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err26];
    } else {
      vErrors.push(err26);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  taskRegister
};

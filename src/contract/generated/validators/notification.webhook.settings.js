// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:notification.webhook.settings
var notificationWebhookSettings = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/notification.webhook.settings.json", "description": "Settings of the channel webhook.", "type": "object", "properties": { "url": { "description": "Address, when it holds no secret: without user, password and query.", "type": "string", "minLength": 1, "maxLength": 2e3 }, "urlFrom": { "description": "Where the address stands, for addresses that are secrets themselves, as those of Teams are. The name of an environment variable of the worker, or of a secret of SecretManagement.", "type": "object", "properties": { "environment": { "description": "Name of an environment variable.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_()]{0,254}$" }, "secret": { "description": "Name of a secret of PowerShell SecretManagement.", "type": "string", "minLength": 1, "maxLength": 255 }, "vault": { "description": "Vault of the secret; left out: as SecretManagement decides.", "type": "string", "minLength": 1, "maxLength": 255 } }, "additionalProperties": false, "minProperties": 1 }, "format": { "description": "json: the events as a plain document; teams: an adaptive card.", "type": "string", "enum": ["json", "teams"], "default": "json" }, "key": { "description": "Key of the signature (HMAC-SHA-256) that each request carries. The name of an environment variable of the worker, or of a secret of SecretManagement.", "type": "object", "properties": { "environment": { "description": "Name of an environment variable.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_()]{0,254}$" }, "secret": { "description": "Name of a secret of PowerShell SecretManagement.", "type": "string", "minLength": 1, "maxLength": 255 }, "vault": { "description": "Vault of the secret; left out: as SecretManagement decides.", "type": "string", "minLength": 1, "maxLength": 255 } }, "additionalProperties": false, "minProperties": 1 }, "rootCertificate": { "description": "File with root certificates (PEM) that are trusted besides those of the system.", "type": "string", "minLength": 1, "maxLength": 32e3 } }, "additionalProperties": false };
var func2 = require_ucs2length().default;
var pattern0 = new RegExp("^[A-Za-z_][A-Za-z0-9_()]{0,254}$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.format === void 0) {
      data.format = "json";
    }
    for (const key0 in data) {
      if (!(key0 === "url" || key0 === "urlFrom" || key0 === "format" || key0 === "key" || key0 === "rootCertificate")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.url !== void 0) {
      let data0 = data.url;
      if (typeof data0 === "string") {
        if (func2(data0) > 2e3) {
          const err1 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/maxLength", keyword: "maxLength", params: { limit: 2e3 }, message: "must NOT have more than 2000 characters" };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (func2(data0) < 1) {
          const err2 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/url", schemaPath: "#/properties/url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.urlFrom !== void 0) {
      let data1 = data.urlFrom;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (Object.keys(data1).length < 1) {
          const err4 = { instancePath: instancePath + "/urlFrom", schemaPath: "#/properties/urlFrom/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        for (const key1 in data1) {
          if (!(key1 === "environment" || key1 === "secret" || key1 === "vault")) {
            const err5 = { instancePath: instancePath + "/urlFrom", schemaPath: "#/properties/urlFrom/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data1.environment !== void 0) {
          let data2 = data1.environment;
          if (typeof data2 === "string") {
            if (!pattern0.test(data2)) {
              const err6 = { instancePath: instancePath + "/urlFrom/environment", schemaPath: "#/properties/urlFrom/properties/environment/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_()]{0,254}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_()]{0,254}$"' };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/urlFrom/environment", schemaPath: "#/properties/urlFrom/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data1.secret !== void 0) {
          let data3 = data1.secret;
          if (typeof data3 === "string") {
            if (func2(data3) > 255) {
              const err8 = { instancePath: instancePath + "/urlFrom/secret", schemaPath: "#/properties/urlFrom/properties/secret/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
            if (func2(data3) < 1) {
              const err9 = { instancePath: instancePath + "/urlFrom/secret", schemaPath: "#/properties/urlFrom/properties/secret/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/urlFrom/secret", schemaPath: "#/properties/urlFrom/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data1.vault !== void 0) {
          let data4 = data1.vault;
          if (typeof data4 === "string") {
            if (func2(data4) > 255) {
              const err11 = { instancePath: instancePath + "/urlFrom/vault", schemaPath: "#/properties/urlFrom/properties/vault/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            if (func2(data4) < 1) {
              const err12 = { instancePath: instancePath + "/urlFrom/vault", schemaPath: "#/properties/urlFrom/properties/vault/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/urlFrom/vault", schemaPath: "#/properties/urlFrom/properties/vault/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/urlFrom", schemaPath: "#/properties/urlFrom/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    let data5 = data.format;
    if (typeof data5 !== "string") {
      const err15 = { instancePath: instancePath + "/format", schemaPath: "#/properties/format/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err15];
      } else {
        vErrors.push(err15);
      }
      errors++;
    }
    if (!(data5 === "json" || data5 === "teams")) {
      const err16 = { instancePath: instancePath + "/format", schemaPath: "#/properties/format/enum", keyword: "enum", params: { allowedValues: schema11.properties.format.enum }, message: "must be equal to one of the allowed values" };
      if (vErrors === null) {
        vErrors = [err16];
      } else {
        vErrors.push(err16);
      }
      errors++;
    }
    if (data.key !== void 0) {
      let data6 = data.key;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (Object.keys(data6).length < 1) {
          const err17 = { instancePath: instancePath + "/key", schemaPath: "#/properties/key/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        for (const key2 in data6) {
          if (!(key2 === "environment" || key2 === "secret" || key2 === "vault")) {
            const err18 = { instancePath: instancePath + "/key", schemaPath: "#/properties/key/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data6.environment !== void 0) {
          let data7 = data6.environment;
          if (typeof data7 === "string") {
            if (!pattern0.test(data7)) {
              const err19 = { instancePath: instancePath + "/key/environment", schemaPath: "#/properties/key/properties/environment/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_()]{0,254}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_()]{0,254}$"' };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/key/environment", schemaPath: "#/properties/key/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data6.secret !== void 0) {
          let data8 = data6.secret;
          if (typeof data8 === "string") {
            if (func2(data8) > 255) {
              const err21 = { instancePath: instancePath + "/key/secret", schemaPath: "#/properties/key/properties/secret/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (func2(data8) < 1) {
              const err22 = { instancePath: instancePath + "/key/secret", schemaPath: "#/properties/key/properties/secret/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          } else {
            const err23 = { instancePath: instancePath + "/key/secret", schemaPath: "#/properties/key/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data6.vault !== void 0) {
          let data9 = data6.vault;
          if (typeof data9 === "string") {
            if (func2(data9) > 255) {
              const err24 = { instancePath: instancePath + "/key/vault", schemaPath: "#/properties/key/properties/vault/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (func2(data9) < 1) {
              const err25 = { instancePath: instancePath + "/key/vault", schemaPath: "#/properties/key/properties/vault/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          } else {
            const err26 = { instancePath: instancePath + "/key/vault", schemaPath: "#/properties/key/properties/vault/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.rootCertificate !== void 0) {
      let data10 = data.rootCertificate;
      if (typeof data10 === "string") {
        if (func2(data10) > 32e3) {
          const err28 = { instancePath: instancePath + "/rootCertificate", schemaPath: "#/properties/rootCertificate/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" };
          if (vErrors === null) {
            vErrors = [err28];
          } else {
            vErrors.push(err28);
          }
          errors++;
        }
        if (func2(data10) < 1) {
          const err29 = { instancePath: instancePath + "/rootCertificate", schemaPath: "#/properties/rootCertificate/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err29];
          } else {
            vErrors.push(err29);
          }
          errors++;
        }
      } else {
        const err30 = { instancePath: instancePath + "/rootCertificate", schemaPath: "#/properties/rootCertificate/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
  } else {
    const err31 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err31];
    } else {
      vErrors.push(err31);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  notificationWebhookSettings
};

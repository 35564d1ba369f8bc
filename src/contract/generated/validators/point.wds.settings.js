// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:point.wds.settings
var pointWdsSettings = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/point.wds.settings.json", "description": "Settings of a wds distribution point: an image group of Windows Deployment Services (module WDS).", "type": "object", "properties": { "path": { "description": "Folder that images are brought to and imported from, and exported to for the proof: this machine and the server reach it under the same name.", "type": "string", "minLength": 1, "maxLength": 32e3 }, "server": { "description": "Name of the server's computer; left out: this one.", "type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[A-Za-z0-9._-]+$" }, "imageGroup": { "description": "Image group; it is made where it is missing.", "type": "string", "minLength": 1, "maxLength": 200 }, "images": { "description": "Names of the install images, by the names of the indexes: only these become some. Left out: all indexes, under their own names.", "type": "object", "additionalProperties": { "type": "string", "minLength": 1, "maxLength": 200 } }, "unattendFile": { "description": "Answer file that goes with the install images, as the server reaches it.", "type": "string", "minLength": 1, "maxLength": 32e3 }, "multicast": { "description": "Offers the install images as multicast transmissions, where the image may be sent to many (multicastAllow). Left out: none.", "type": "object", "properties": { "start": { "description": "What starts a transmission: first-client = the first client that asks, and later ones join; scheduled = so many clients, or a time of day, whichever comes first; manual = an administrator of the server.", "type": "string", "enum": ["first-client", "scheduled", "manual"], "default": "first-client" }, "clients": { "description": "Clients that must wait, of a scheduled start.", "type": "integer", "minimum": 1, "maximum": 1e5 }, "at": { "description": "Time of day of a scheduled start, by the clock of this machine: the next such moment after the send, for example 22:00.", "type": "string", "pattern": "^([01]\\d|2[0-3]):[0-5]\\d$" }, "name": { "description": "Name of the transmission; left out: that of the install image.", "type": "string", "minLength": 1, "maxLength": 200 } }, "additionalProperties": false }, "keepPrevious": { "description": "Versions that are kept at the distribution point beside the current one.", "type": "integer", "minimum": 0, "maximum": 20, "default": 1 }, "attempts": { "description": "Attempts of one send, before it counts as failed.", "type": "integer", "minimum": 1, "maximum": 20, "default": 3 }, "bandwidthLimit": { "description": "Bytes a second that may travel; 0 = no limit.", "type": "integer", "minimum": 0, "default": 0 }, "bandwidthWindow": { "description": "When the limit holds, by the clock of this machine: 08:00-18:00. Left out: all day.", "type": "string", "pattern": "^(([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d)?$", "default": "" }, "patience": { "description": "Seconds without an answer after which the distribution point counts as gone.", "type": "integer", "minimum": 1, "maximum": 3600, "default": 120 }, "spare": { "description": "Keeps a copy at the distribution point that the next version is made of in place, where the file system cannot share blocks. It takes the space that the next send would take.", "type": "boolean", "default": true } }, "required": ["path", "imageGroup"], "additionalProperties": false };
var func2 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var pattern0 = new RegExp("^[A-Za-z0-9._-]+$", "u");
var pattern1 = new RegExp("^([01]\\d|2[0-3]):[0-5]\\d$", "u");
var pattern2 = new RegExp("^(([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d)?$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.keepPrevious === void 0) {
      data.keepPrevious = 1;
    }
    if (data.attempts === void 0) {
      data.attempts = 3;
    }
    if (data.bandwidthLimit === void 0) {
      data.bandwidthLimit = 0;
    }
    if (data.bandwidthWindow === void 0) {
      data.bandwidthWindow = "";
    }
    if (data.patience === void 0) {
      data.patience = 120;
    }
    if (data.spare === void 0) {
      data.spare = true;
    }
    if (data.path === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "path" }, message: "must have required property 'path'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.imageGroup === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "imageGroup" }, message: "must have required property 'imageGroup'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func2.call(schema11.properties, key0)) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.path !== void 0) {
      let data0 = data.path;
      if (typeof data0 === "string") {
        if (func3(data0) > 32e3) {
          const err3 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (func3(data0) < 1) {
          const err4 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/path", schemaPath: "#/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.server !== void 0) {
      let data1 = data.server;
      if (typeof data1 === "string") {
        if (func3(data1) > 255) {
          const err6 = { instancePath: instancePath + "/server", schemaPath: "#/properties/server/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (func3(data1) < 1) {
          const err7 = { instancePath: instancePath + "/server", schemaPath: "#/properties/server/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (!pattern0.test(data1)) {
          const err8 = { instancePath: instancePath + "/server", schemaPath: "#/properties/server/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9._-]+$" }, message: 'must match pattern "^[A-Za-z0-9._-]+$"' };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/server", schemaPath: "#/properties/server/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.imageGroup !== void 0) {
      let data2 = data.imageGroup;
      if (typeof data2 === "string") {
        if (func3(data2) > 200) {
          const err10 = { instancePath: instancePath + "/imageGroup", schemaPath: "#/properties/imageGroup/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
        if (func3(data2) < 1) {
          const err11 = { instancePath: instancePath + "/imageGroup", schemaPath: "#/properties/imageGroup/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/imageGroup", schemaPath: "#/properties/imageGroup/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.images !== void 0) {
      let data3 = data.images;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          let data4 = data3[key1];
          if (typeof data4 === "string") {
            if (func3(data4) > 200) {
              const err13 = { instancePath: instancePath + "/images/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/images/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (func3(data4) < 1) {
              const err14 = { instancePath: instancePath + "/images/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/images/additionalProperties/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/images/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/images/additionalProperties/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/images", schemaPath: "#/properties/images/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.unattendFile !== void 0) {
      let data5 = data.unattendFile;
      if (typeof data5 === "string") {
        if (func3(data5) > 32e3) {
          const err17 = { instancePath: instancePath + "/unattendFile", schemaPath: "#/properties/unattendFile/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (func3(data5) < 1) {
          const err18 = { instancePath: instancePath + "/unattendFile", schemaPath: "#/properties/unattendFile/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/unattendFile", schemaPath: "#/properties/unattendFile/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.multicast !== void 0) {
      let data6 = data.multicast;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.start === void 0) {
          data6.start = "first-client";
        }
        for (const key2 in data6) {
          if (!(key2 === "start" || key2 === "clients" || key2 === "at" || key2 === "name")) {
            const err20 = { instancePath: instancePath + "/multicast", schemaPath: "#/properties/multicast/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        let data7 = data6.start;
        if (typeof data7 !== "string") {
          const err21 = { instancePath: instancePath + "/multicast/start", schemaPath: "#/properties/multicast/properties/start/type", keyword: "type", params: { type: "string" }, message: "must be string" };
          if (vErrors === null) {
            vErrors = [err21];
          } else {
            vErrors.push(err21);
          }
          errors++;
        }
        if (!(data7 === "first-client" || data7 === "scheduled" || data7 === "manual")) {
          const err22 = { instancePath: instancePath + "/multicast/start", schemaPath: "#/properties/multicast/properties/start/enum", keyword: "enum", params: { allowedValues: schema11.properties.multicast.properties.start.enum }, message: "must be equal to one of the allowed values" };
          if (vErrors === null) {
            vErrors = [err22];
          } else {
            vErrors.push(err22);
          }
          errors++;
        }
        if (data6.clients !== void 0) {
          let data8 = data6.clients;
          if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
            const err23 = { instancePath: instancePath + "/multicast/clients", schemaPath: "#/properties/multicast/properties/clients/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 > 1e5 || isNaN(data8)) {
              const err24 = { instancePath: instancePath + "/multicast/clients", schemaPath: "#/properties/multicast/properties/clients/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e5 }, message: "must be <= 100000" };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
            if (data8 < 1 || isNaN(data8)) {
              const err25 = { instancePath: instancePath + "/multicast/clients", schemaPath: "#/properties/multicast/properties/clients/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err25];
              } else {
                vErrors.push(err25);
              }
              errors++;
            }
          }
        }
        if (data6.at !== void 0) {
          let data9 = data6.at;
          if (typeof data9 === "string") {
            if (!pattern1.test(data9)) {
              const err26 = { instancePath: instancePath + "/multicast/at", schemaPath: "#/properties/multicast/properties/at/pattern", keyword: "pattern", params: { pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" }, message: 'must match pattern "^([01]\\d|2[0-3]):[0-5]\\d$"' };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
          } else {
            const err27 = { instancePath: instancePath + "/multicast/at", schemaPath: "#/properties/multicast/properties/at/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
        if (data6.name !== void 0) {
          let data10 = data6.name;
          if (typeof data10 === "string") {
            if (func3(data10) > 200) {
              const err28 = { instancePath: instancePath + "/multicast/name", schemaPath: "#/properties/multicast/properties/name/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            if (func3(data10) < 1) {
              const err29 = { instancePath: instancePath + "/multicast/name", schemaPath: "#/properties/multicast/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
          } else {
            const err30 = { instancePath: instancePath + "/multicast/name", schemaPath: "#/properties/multicast/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
      } else {
        const err31 = { instancePath: instancePath + "/multicast", schemaPath: "#/properties/multicast/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err31];
        } else {
          vErrors.push(err31);
        }
        errors++;
      }
    }
    let data11 = data.keepPrevious;
    if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
      const err32 = { instancePath: instancePath + "/keepPrevious", schemaPath: "#/properties/keepPrevious/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err32];
      } else {
        vErrors.push(err32);
      }
      errors++;
    }
    if (typeof data11 == "number" && isFinite(data11)) {
      if (data11 > 20 || isNaN(data11)) {
        const err33 = { instancePath: instancePath + "/keepPrevious", schemaPath: "#/properties/keepPrevious/maximum", keyword: "maximum", params: { comparison: "<=", limit: 20 }, message: "must be <= 20" };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
      if (data11 < 0 || isNaN(data11)) {
        const err34 = { instancePath: instancePath + "/keepPrevious", schemaPath: "#/properties/keepPrevious/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    let data12 = data.attempts;
    if (!(typeof data12 == "number" && (!(data12 % 1) && !isNaN(data12)) && isFinite(data12))) {
      const err35 = { instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err35];
      } else {
        vErrors.push(err35);
      }
      errors++;
    }
    if (typeof data12 == "number" && isFinite(data12)) {
      if (data12 > 20 || isNaN(data12)) {
        const err36 = { instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/maximum", keyword: "maximum", params: { comparison: "<=", limit: 20 }, message: "must be <= 20" };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
      if (data12 < 1 || isNaN(data12)) {
        const err37 = { instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    let data13 = data.bandwidthLimit;
    if (!(typeof data13 == "number" && (!(data13 % 1) && !isNaN(data13)) && isFinite(data13))) {
      const err38 = { instancePath: instancePath + "/bandwidthLimit", schemaPath: "#/properties/bandwidthLimit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err38];
      } else {
        vErrors.push(err38);
      }
      errors++;
    }
    if (typeof data13 == "number" && isFinite(data13)) {
      if (data13 < 0 || isNaN(data13)) {
        const err39 = { instancePath: instancePath + "/bandwidthLimit", schemaPath: "#/properties/bandwidthLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    let data14 = data.bandwidthWindow;
    if (typeof data14 === "string") {
      if (!pattern2.test(data14)) {
        const err40 = { instancePath: instancePath + "/bandwidthWindow", schemaPath: "#/properties/bandwidthWindow/pattern", keyword: "pattern", params: { pattern: "^(([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d)?$" }, message: 'must match pattern "^(([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d)?$"' };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    } else {
      const err41 = { instancePath: instancePath + "/bandwidthWindow", schemaPath: "#/properties/bandwidthWindow/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      if (vErrors === null) {
        vErrors = [err41];
      } else {
        vErrors.push(err41);
      }
      errors++;
    }
    let data15 = data.patience;
    if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
      const err42 = { instancePath: instancePath + "/patience", schemaPath: "#/properties/patience/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err42];
      } else {
        vErrors.push(err42);
      }
      errors++;
    }
    if (typeof data15 == "number" && isFinite(data15)) {
      if (data15 > 3600 || isNaN(data15)) {
        const err43 = { instancePath: instancePath + "/patience", schemaPath: "#/properties/patience/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
      if (data15 < 1 || isNaN(data15)) {
        const err44 = { instancePath: instancePath + "/patience", schemaPath: "#/properties/patience/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (typeof data.spare !== "boolean") {
      const err45 = { instancePath: instancePath + "/spare", schemaPath: "#/properties/spare/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      if (vErrors === null) {
        vErrors = [err45];
      } else {
        vErrors.push(err45);
      }
      errors++;
    }
  } else {
    const err46 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err46];
    } else {
      vErrors.push(err46);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  pointWdsSettings
};

// Made by `npm run generate` from schemas/v1. Do not edit.
import {
  require_ucs2length
} from "./shared-KHNUALP7.js";
import "./shared-6LIGCL3Z.js";

// schema:image.save.request
var imageSave = validate10;
var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://imgupdate.invalid/schemas/v1/image.save.request.json", "description": "Fetches images from a distribution point into a folder: those that fit architecture and language of this machine, or those that are named. Of an earlier version that is there only what changed travels; what was cut goes on; a file gets its name when its digest is right.", "type": "object", "properties": { "image": { "description": "Names or ids of images at the distribution point, with the wildcards * and ?; left out: all that fit this machine.", "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 200 }, "minItems": 1, "maxItems": 1e3 }, "from": { "description": "Where from: an address (http or https), a folder or share, or the name of a distribution point of this site.", "type": "string", "minLength": 1, "maxLength": 32e3 }, "to": { "description": "Folder that the images are saved into; it is made where it is missing.", "type": "string", "minLength": 1, "maxLength": 32e3 }, "architecture": { "description": "x86, x64, arm64, or any. Default: that of this machine; any where images are named.", "type": "string", "enum": ["x86", "x64", "arm64", "any"] }, "language": { "description": "As in de-DE; de stands for all of it; any takes all. Default: that of this machine; any where images are named.", "type": "string", "minLength": 2, "maxLength": 50 }, "trust": { "description": "Fingerprints or public keys of sites whose manifests count. Default: this site's own for a name; else the one of the save before.", "type": "array", "items": { "type": "string", "minLength": 1, "maxLength": 200 }, "maxItems": 100 }, "token": { "description": "Bearer token that the server wants: the name of an environment variable of this process, or of a secret of SecretManagement.", "type": "object", "properties": { "environment": { "description": "Name of an environment variable.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_()]{0,254}$" }, "secret": { "description": "Name of a secret of PowerShell SecretManagement.", "type": "string", "minLength": 1, "maxLength": 255 }, "vault": { "description": "Vault of the secret; left out: as SecretManagement decides.", "type": "string", "minLength": 1, "maxLength": 255 } }, "additionalProperties": false, "minProperties": 1 }, "rootCertificate": { "description": "File with root certificates (PEM) that are trusted besides those of the system.", "type": "string", "minLength": 1, "maxLength": 32e3 }, "spare": { "description": "Keeps a copy that the next version is made of in place: it takes the room of one image, and only what changed is written. The first save makes it; later it is the version before. Without this it is kept where the volume has ten times the size of the image free.", "type": "boolean" }, "attempts": { "description": "Attempts before it counts as failed.", "type": "integer", "minimum": 1, "maximum": 20, "default": 5 }, "bandwidthLimit": { "description": "Bytes a second that may travel; 0 = no limit.", "type": "integer", "minimum": 0, "default": 0 }, "patience": { "description": "Seconds without a byte after which the distribution point counts as gone.", "type": "integer", "minimum": 1, "maximum": 3600, "default": 60 } }, "required": ["from", "to"], "additionalProperties": false };
var func2 = Object.prototype.hasOwnProperty;
var func3 = require_ucs2length().default;
var pattern0 = new RegExp("^[A-Za-z_][A-Za-z0-9_()]{0,254}$", "u");
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.attempts === void 0) {
      data.attempts = 5;
    }
    if (data.bandwidthLimit === void 0) {
      data.bandwidthLimit = 0;
    }
    if (data.patience === void 0) {
      data.patience = 60;
    }
    if (data.from === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.to === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "to" }, message: "must have required property 'to'" };
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
    if (data.image !== void 0) {
      let data0 = data.image;
      if (Array.isArray(data0)) {
        if (data0.length > 1e3) {
          const err3 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/maxItems", keyword: "maxItems", params: { limit: 1e3 }, message: "must NOT have more than 1000 items" };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data0.length < 1) {
          const err4 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (func3(data1) > 200) {
              const err5 = { instancePath: instancePath + "/image/" + i0, schemaPath: "#/properties/image/items/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            if (func3(data1) < 1) {
              const err6 = { instancePath: instancePath + "/image/" + i0, schemaPath: "#/properties/image/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/image/" + i0, schemaPath: "#/properties/image/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
      } else {
        const err8 = { instancePath: instancePath + "/image", schemaPath: "#/properties/image/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.from !== void 0) {
      let data2 = data.from;
      if (typeof data2 === "string") {
        if (func3(data2) > 32e3) {
          const err9 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (func3(data2) < 1) {
          const err10 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/from", schemaPath: "#/properties/from/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.to !== void 0) {
      let data3 = data.to;
      if (typeof data3 === "string") {
        if (func3(data3) > 32e3) {
          const err12 = { instancePath: instancePath + "/to", schemaPath: "#/properties/to/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" };
          if (vErrors === null) {
            vErrors = [err12];
          } else {
            vErrors.push(err12);
          }
          errors++;
        }
        if (func3(data3) < 1) {
          const err13 = { instancePath: instancePath + "/to", schemaPath: "#/properties/to/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/to", schemaPath: "#/properties/to/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.architecture !== void 0) {
      let data4 = data.architecture;
      if (typeof data4 !== "string") {
        const err15 = { instancePath: instancePath + "/architecture", schemaPath: "#/properties/architecture/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (!(data4 === "x86" || data4 === "x64" || data4 === "arm64" || data4 === "any")) {
        const err16 = { instancePath: instancePath + "/architecture", schemaPath: "#/properties/architecture/enum", keyword: "enum", params: { allowedValues: schema11.properties.architecture.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.language !== void 0) {
      let data5 = data.language;
      if (typeof data5 === "string") {
        if (func3(data5) > 50) {
          const err17 = { instancePath: instancePath + "/language", schemaPath: "#/properties/language/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters" };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        if (func3(data5) < 2) {
          const err18 = { instancePath: instancePath + "/language", schemaPath: "#/properties/language/minLength", keyword: "minLength", params: { limit: 2 }, message: "must NOT have fewer than 2 characters" };
          if (vErrors === null) {
            vErrors = [err18];
          } else {
            vErrors.push(err18);
          }
          errors++;
        }
      } else {
        const err19 = { instancePath: instancePath + "/language", schemaPath: "#/properties/language/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.trust !== void 0) {
      let data6 = data.trust;
      if (Array.isArray(data6)) {
        if (data6.length > 100) {
          const err20 = { instancePath: instancePath + "/trust", schemaPath: "#/properties/trust/maxItems", keyword: "maxItems", params: { limit: 100 }, message: "must NOT have more than 100 items" };
          if (vErrors === null) {
            vErrors = [err20];
          } else {
            vErrors.push(err20);
          }
          errors++;
        }
        const len1 = data6.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data7 = data6[i1];
          if (typeof data7 === "string") {
            if (func3(data7) > 200) {
              const err21 = { instancePath: instancePath + "/trust/" + i1, schemaPath: "#/properties/trust/items/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            if (func3(data7) < 1) {
              const err22 = { instancePath: instancePath + "/trust/" + i1, schemaPath: "#/properties/trust/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          } else {
            const err23 = { instancePath: instancePath + "/trust/" + i1, schemaPath: "#/properties/trust/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
      } else {
        const err24 = { instancePath: instancePath + "/trust", schemaPath: "#/properties/trust/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.token !== void 0) {
      let data8 = data.token;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        if (Object.keys(data8).length < 1) {
          const err25 = { instancePath: instancePath + "/token", schemaPath: "#/properties/token/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        for (const key1 in data8) {
          if (!(key1 === "environment" || key1 === "secret" || key1 === "vault")) {
            const err26 = { instancePath: instancePath + "/token", schemaPath: "#/properties/token/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
        if (data8.environment !== void 0) {
          let data9 = data8.environment;
          if (typeof data9 === "string") {
            if (!pattern0.test(data9)) {
              const err27 = { instancePath: instancePath + "/token/environment", schemaPath: "#/properties/token/properties/environment/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_()]{0,254}$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_()]{0,254}$"' };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          } else {
            const err28 = { instancePath: instancePath + "/token/environment", schemaPath: "#/properties/token/properties/environment/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data8.secret !== void 0) {
          let data10 = data8.secret;
          if (typeof data10 === "string") {
            if (func3(data10) > 255) {
              const err29 = { instancePath: instancePath + "/token/secret", schemaPath: "#/properties/token/properties/secret/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            if (func3(data10) < 1) {
              const err30 = { instancePath: instancePath + "/token/secret", schemaPath: "#/properties/token/properties/secret/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = { instancePath: instancePath + "/token/secret", schemaPath: "#/properties/token/properties/secret/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data8.vault !== void 0) {
          let data11 = data8.vault;
          if (typeof data11 === "string") {
            if (func3(data11) > 255) {
              const err32 = { instancePath: instancePath + "/token/vault", schemaPath: "#/properties/token/properties/vault/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            if (func3(data11) < 1) {
              const err33 = { instancePath: instancePath + "/token/vault", schemaPath: "#/properties/token/properties/vault/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
              if (vErrors === null) {
                vErrors = [err33];
              } else {
                vErrors.push(err33);
              }
              errors++;
            }
          } else {
            const err34 = { instancePath: instancePath + "/token/vault", schemaPath: "#/properties/token/properties/vault/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/token", schemaPath: "#/properties/token/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.rootCertificate !== void 0) {
      let data12 = data.rootCertificate;
      if (typeof data12 === "string") {
        if (func3(data12) > 32e3) {
          const err36 = { instancePath: instancePath + "/rootCertificate", schemaPath: "#/properties/rootCertificate/maxLength", keyword: "maxLength", params: { limit: 32e3 }, message: "must NOT have more than 32000 characters" };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        if (func3(data12) < 1) {
          const err37 = { instancePath: instancePath + "/rootCertificate", schemaPath: "#/properties/rootCertificate/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
      } else {
        const err38 = { instancePath: instancePath + "/rootCertificate", schemaPath: "#/properties/rootCertificate/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err38];
        } else {
          vErrors.push(err38);
        }
        errors++;
      }
    }
    if (data.spare !== void 0) {
      if (typeof data.spare !== "boolean") {
        const err39 = { instancePath: instancePath + "/spare", schemaPath: "#/properties/spare/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    let data14 = data.attempts;
    if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
      const err40 = { instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err40];
      } else {
        vErrors.push(err40);
      }
      errors++;
    }
    if (typeof data14 == "number" && isFinite(data14)) {
      if (data14 > 20 || isNaN(data14)) {
        const err41 = { instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/maximum", keyword: "maximum", params: { comparison: "<=", limit: 20 }, message: "must be <= 20" };
        if (vErrors === null) {
          vErrors = [err41];
        } else {
          vErrors.push(err41);
        }
        errors++;
      }
      if (data14 < 1 || isNaN(data14)) {
        const err42 = { instancePath: instancePath + "/attempts", schemaPath: "#/properties/attempts/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    let data15 = data.bandwidthLimit;
    if (!(typeof data15 == "number" && (!(data15 % 1) && !isNaN(data15)) && isFinite(data15))) {
      const err43 = { instancePath: instancePath + "/bandwidthLimit", schemaPath: "#/properties/bandwidthLimit/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err43];
      } else {
        vErrors.push(err43);
      }
      errors++;
    }
    if (typeof data15 == "number" && isFinite(data15)) {
      if (data15 < 0 || isNaN(data15)) {
        const err44 = { instancePath: instancePath + "/bandwidthLimit", schemaPath: "#/properties/bandwidthLimit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    let data16 = data.patience;
    if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
      const err45 = { instancePath: instancePath + "/patience", schemaPath: "#/properties/patience/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
      if (vErrors === null) {
        vErrors = [err45];
      } else {
        vErrors.push(err45);
      }
      errors++;
    }
    if (typeof data16 == "number" && isFinite(data16)) {
      if (data16 > 3600 || isNaN(data16)) {
        const err46 = { instancePath: instancePath + "/patience", schemaPath: "#/properties/patience/maximum", keyword: "maximum", params: { comparison: "<=", limit: 3600 }, message: "must be <= 3600" };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
      if (data16 < 1 || isNaN(data16)) {
        const err47 = { instancePath: instancePath + "/patience", schemaPath: "#/properties/patience/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
        if (vErrors === null) {
          vErrors = [err47];
        } else {
          vErrors.push(err47);
        }
        errors++;
      }
    }
  } else {
    const err48 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err48];
    } else {
      vErrors.push(err48);
    }
    errors++;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
export {
  imageSave
};

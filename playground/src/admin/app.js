// Strapi 5.54 reads `config.tutorials` and does nothing with it, and the banner has no setting at all:
// both are remembered as dismissed by the browser, so that is where they are dismissed.
const DISMISSED = {
  STRAPI_GUIDED_TOUR: { enabled: false },
  'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:undefined': true,
  'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false': true,
};

export default {
  config: {
    tutorials: false,
    locales: ['de', 'es', 'fr'],
    notifications: { releases: false },
  },
  register() {
    for (const [key, value] of Object.entries(DISMISSED)) {
      if (window.localStorage.getItem(key) === null) {
        window.localStorage.setItem(key, JSON.stringify(value));
      }
    }
  },
  bootstrap() {},
};
